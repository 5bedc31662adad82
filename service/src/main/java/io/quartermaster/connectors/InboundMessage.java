package io.quartermaster.connectors;

/// A message that is genuine and written down, and waits for its meaning.
///
/// @param connection whose settings may be needed to understand it
/// @param topic what it is about, in the platform's words
/// @param delivery the platform's own id of the message
/// @param body JSON as text, card numbers masked
public record InboundMessage(Connection connection, String topic, String delivery, String body) {}
