package io.quartermaster.connectors.shopify;

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

/// Shopify, web shop and till.
@Component
class ShopifyConnector implements Connector {

    private static final Capabilities CAPABILITIES = new Capabilities(List.of(
            new Capability("sales", Access.READ, "orders of web shop and till"),
            new Capability("returns", Access.READ, "refunds with goods"),
            new Capability("products", Access.READ, ""),
            new Capability("stock levels", Access.READ, "what is available, by location"),
            new Capability("transfers", Access.READ_AND_WRITE, "between its own locations"),
            new Capability("purchase orders", Access.NONE, "Shopify has no API for them"),
            new Capability("suppliers", Access.NONE, "a vendor is only a name there")));

    private final ShopifyTransfers transfers;
    private final ShopifyPolling polling;

    ShopifyConnector(ShopifyTransfers transfers, ShopifyPolling polling) {
        this.transfers = transfers;
        this.polling = polling;
    }

    @Override
    public String platform() {
        return "shopify";
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Authenticity authenticate(RawMessage message, Connection connection) {
        return ShopifyAuthenticity.of(message, connection);
    }

    @Override
    public Translation translate(InboundMessage message) {
        return ShopifyTranslator.translate(message);
    }

    @Override
    public Fetched fetch(FetchRequest request, Connection connection) {
        return polling.fetch(request, connection);
    }

    @Override
    public List<String> polls() {
        return ShopifyPolling.KINDS;
    }

    @Override
    public List<String> onlyPolled() {
        return ShopifyPolling.UNTOLD;
    }

    @Override
    public Polled poll(PollRequest request, Connection connection) {
        return polling.poll(request, connection);
    }

    @Override
    public Outcome perform(RetailAction action, IdempotencyKey key, Connection connection) {
        return switch (action) {
            case TransferStock transfer -> transfers.send(transfer, key, connection);
            case OrderFromSupplier _ ->
                new Refused("Shopify takes no orders to suppliers: send this one by e-mail.", Call.NONE);
            case TellPerson _ -> new Refused("Shopify passes on no messages: send this one by e-mail.", Call.NONE);
        };
    }
}
