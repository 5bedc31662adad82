package io.quartermaster.intake;

import io.quartermaster.connectors.Connections;
import io.quartermaster.connectors.InboundMessage;
import io.quartermaster.connectors.Translation;
import io.quartermaster.connectors.Translation.Malformed;
import io.quartermaster.intake.InboxStore.Message;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/// Finds out what a message means, by the connector that serves its connection.
@Component
class Meaning {

    private static final Logger LOG = LoggerFactory.getLogger(Meaning.class);

    private final Connections connections;
    private final Vault vault;

    Meaning(Connections connections, Vault vault) {
        this.connections = connections;
        this.vault = vault;
    }

    Translation of(Message message) {
        try (var _ = MDC.putCloseable("correlation", message.correlation())) {
            return translate(message);
        }
    }

    private Translation translate(Message message) {
        var connection = connections.find(new ConnectionId(message.connection()));
        if (connection.isEmpty()) {
            return new Malformed("The connection %s is not set up any more.".formatted(message.connection()));
        }
        var text = Bodies.text(vault.open(message.body()));
        if (text.isEmpty()) {
            return new Malformed("The body is not UTF-8.");
        }
        try {
            return connections
                    .connectorOf(connection.get())
                    .translate(new InboundMessage(connection.get(), message.topic(), message.delivery(), text.get()));
        } catch (RuntimeException fault) { // a bug of ours must not stop the messages behind this one
            LOG.error("The message {} ({}) broke its translator", message.id(), message.topic(), fault);
            return new Malformed(
                    "Our translator broke (%s).".formatted(fault.getClass().getSimpleName()));
        }
    }
}
