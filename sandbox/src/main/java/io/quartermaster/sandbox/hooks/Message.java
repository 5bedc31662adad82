package io.quartermaster.sandbox.hooks;

import java.time.Instant;

/// A webhook on its way.
///
/// @param topic what it is about, in the platform's words
/// @param id of this delivery; the same at each retry
/// @param eventId of what happened; several messages may tell of one event
/// @param triggeredAt when it happened
@SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
public record Message(Subscriber to, String topic, String id, String eventId, Instant triggeredAt, byte[] body) {}
