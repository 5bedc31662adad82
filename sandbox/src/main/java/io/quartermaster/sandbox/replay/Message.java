package io.quartermaster.sandbox.replay;

import java.time.Instant;

/// One webhook to be sent.
///
/// @param delivery the same each time the message is sent
/// @param at when it happened, by the file's clock
record Message(String topic, String delivery, Instant at, byte[] body) {}
