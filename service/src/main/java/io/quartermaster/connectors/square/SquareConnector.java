package io.quartermaster.connectors.square;

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
import io.quartermaster.connectors.PollRequest;
import io.quartermaster.connectors.Polled;
import io.quartermaster.connectors.RawMessage;
import io.quartermaster.connectors.Translation;
import io.quartermaster.retail.RetailAction;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.RetailAction.TransferStock;
import java.util.List;
import org.springframework.stereotype.Component;

/// Square, the till.
@Component
class SquareConnector implements Connector {

    private static final Capabilities CAPABILITIES = new Capabilities(List.of(
            new Capability("sales", Access.READ, "orders, each fetched when a message names it"),
            new Capability("returns", Access.READ, "itemised refunds"),
            new Capability("products", Access.READ, ""),
            new Capability("stock levels", Access.READ, "what is in stock, by location"),
            new Capability("transfers", Access.NONE, "Square's transfer orders are not spoken yet"),
            new Capability("purchase orders", Access.NONE, "Square has no API for them")));

    private final SquareFetching fetching;
    private final SquarePolling polling;

    SquareConnector(SquareFetching fetching, SquarePolling polling) {
        this.fetching = fetching;
        this.polling = polling;
    }

    @Override
    public String platform() {
        return "square";
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Authenticity authenticate(RawMessage message, Connection connection) {
        return SquareAuthenticity.of(message, connection);
    }

    @Override
    public Translation translate(InboundMessage message) {
        return SquareTranslator.translate(message);
    }

    @Override
    public Fetched fetch(FetchRequest request, Connection connection) {
        return fetching.fetch(request, connection);
    }

    @Override
    public List<String> polls() {
        return SquarePolling.KINDS;
    }

    @Override
    public Polled poll(PollRequest request, Connection connection) {
        return polling.poll(request, connection);
    }

    @Override
    public Outcome perform(RetailAction action, IdempotencyKey key, Connection connection) {
        return switch (action) {
            case OrderFromSupplier _ ->
                new Refused("Square takes no orders to suppliers: send this one by e-mail.", Call.NONE);
            case TransferStock _ ->
                new Refused("Square's transfer orders are not spoken yet: tell a person.", Call.NONE);
            case TellPerson _ -> new Refused("Square passes on no messages: send this one by e-mail.", Call.NONE);
        };
    }
}
