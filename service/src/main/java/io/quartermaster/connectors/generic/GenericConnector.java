package io.quartermaster.connectors.generic;

import io.quartermaster.connectors.Authenticity;
import io.quartermaster.connectors.Capabilities;
import io.quartermaster.connectors.Capabilities.Access;
import io.quartermaster.connectors.Capabilities.Capability;
import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.Connector;
import io.quartermaster.connectors.FetchRequest;
import io.quartermaster.connectors.Fetched;
import io.quartermaster.connectors.IdempotencyKey;
import io.quartermaster.connectors.InboundMessage;
import io.quartermaster.connectors.Outcome;
import io.quartermaster.connectors.Outcome.Call;
import io.quartermaster.connectors.Outcome.Refused;
import io.quartermaster.connectors.RawMessage;
import io.quartermaster.connectors.Translation;
import io.quartermaster.retail.RetailAction;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.RetailAction.TransferStock;
import java.util.List;
import org.springframework.stereotype.Component;

/// Any system that can send signed JSON. It only tells: nothing can be done in it.
@Component
class GenericConnector implements Connector {

    private static final Capabilities CAPABILITIES = new Capabilities(List.of(
            new Capability("sales", Access.READ, ""),
            new Capability("products", Access.READ, ""),
            new Capability("stock levels", Access.READ, "also low-stock alerts"),
            new Capability("goods receipts", Access.READ, ""),
            new Capability("transfers", Access.READ, "that they came in"),
            new Capability("purchase orders", Access.READ, "confirmations only")));

    @Override
    public String platform() {
        return "generic";
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Authenticity authenticate(RawMessage message, Connection connection) {
        return GenericAuthenticity.of(message, connection);
    }

    @Override
    public Translation translate(InboundMessage message) {
        return GenericTranslator.translate(message);
    }

    /// Its senders are scripts whose authors want to read what is wrong.
    @Override
    public boolean answersAtOnce() {
        return true;
    }

    @Override
    public Fetched fetch(FetchRequest request, Connection connection) {
        return new Fetched.Nothing(
                "%s only tells: it cannot be asked for a %s.".formatted(connection.id(), request.what()));
    }

    @Override
    public Outcome perform(RetailAction action, IdempotencyKey key, Connection connection) {
        return switch (action) {
            case OrderFromSupplier _ -> refused(connection, "orders to suppliers");
            case TransferStock _ -> refused(connection, "transfers");
            case TellPerson _ -> refused(connection, "messages");
        };
    }

    private static Refused refused(Connection connection, String what) {
        return new Refused(
                "%s only tells: it takes no %s. Send this one by e-mail.".formatted(connection.id(), what), Call.NONE);
    }
}
