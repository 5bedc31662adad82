package io.quartermaster.intake;

import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.CorrelationId;

/// A message that is genuine, on its way into the inbox.
///
/// @param delivery the platform's own id of it: the same delivery is written down once
/// @param body as it came, card numbers masked; it is sealed when it is written down
record Arrival(ConnectionId connection, String delivery, String topic, CorrelationId correlation, byte[] body) {}
