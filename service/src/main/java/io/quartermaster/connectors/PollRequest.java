package io.quartermaster.connectors;

import java.time.Instant;

/// What changed at a platform in a while, asked for a page at a time: messages get lost.
///
/// @param what in the platform's words: one of what its connector [polls][Connector#polls]
/// @param since from when on
/// @param until up to when; a platform that cannot be told this may answer with newer things too
/// @param cursor what the page before said comes next; empty for the first page
public record PollRequest(String what, Instant since, Instant until, String cursor) {}
