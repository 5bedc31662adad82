package io.quartermaster.connectors;

/// Something to ask a platform for.
///
/// @param what in the platform's words: `order`, `catalog`
/// @param which the key of it, such as the order's id or a time since when
/// @param version makes the answer's delivery id one of its own: the same version is asked for
/// once
public record FetchRequest(String what, String which, String version) {}
