package io.quartermaster.connectors.shopify;

import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.IdempotencyKey;
import io.quartermaster.connectors.Outcome;
import io.quartermaster.connectors.Outcome.Call;
import io.quartermaster.connectors.Outcome.Done;
import io.quartermaster.connectors.Outcome.Refused;
import io.quartermaster.connectors.Outcome.TryLater;
import io.quartermaster.connectors.WireJson;
import io.quartermaster.connectors.shopify.ShopifyClient.Answer;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.RetailAction.TransferLine;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.retail.Sku;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Transfers between two locations that are both Shopify's: it makes a transfer there that is
/// ready to be shipped.
@Component
class ShopifyTransfers {

    private static final int LINES_MAX = 200;

    private final ShopifyClient shopify;

    ShopifyTransfers(ShopifyClient shopify) {
        this.shopify = shopify;
    }

    Outcome send(TransferStock transfer, IdempotencyKey key, Connection connection) {
        var from = numberOf(transfer.from(), connection);
        var to = numberOf(transfer.to(), connection);
        if (from.isEmpty() || to.isEmpty()) {
            return refused("%s or %s is no location of %s.".formatted(transfer.from(), transfer.to(), connection.id()));
        }
        if (transfer.lines().size() > LINES_MAX) {
            return refused("The transfer has %d lines; Shopify takes %d."
                    .formatted(transfer.lines().size(), LINES_MAX));
        }
        var items = new LinkedHashMap<String, Integer>();
        for (var line : transfer.lines()) {
            switch (item(line, connection)) {
                case Found.Item(var id) ->
                    items.merge(id, line.quantity().amount().intValueExact(), Integer::sum);
                case Found.Not(var outcome) -> {
                    return outcome;
                }
            }
        }
        return create(transfer, new Route(from.get(), to.get()), items, key, connection);
    }

    private record Route(String from, String to) {}

    private sealed interface Found {

        record Item(String id) implements Found {}

        record Not(Outcome outcome) implements Found {}
    }

    private Outcome create(
            TransferStock transfer,
            Route route,
            Map<String, Integer> items,
            IdempotencyKey key,
            Connection connection) {
        var lines = new ArrayList<Map<String, Object>>();
        items.forEach((id, quantity) -> lines.add(Map.of("inventoryItemId", id, "quantity", quantity)));
        var input = Map.<String, Object>of(
                "originLocationId", gid("Location", route.from),
                "destinationLocationId", gid("Location", route.to),
                "referenceName", transfer.transfer().value(),
                "lineItems", lines);
        var variables = Map.<String, Object>of("input", input, "key", key.value());
        return switch (shopify.ask(ShopifyDocuments.CREATE_TRANSFER, variables, connection)) {
            case Answer.Data answer ->
                done(answer.data().object("inventoryTransferCreateAsReadyToShip"), answer.call());
            case Answer.NotNow(var delay, var why, var call) -> new TryLater(delay, why, call);
            case Answer.Refused(var why, var call) -> new Refused(why, call);
        };
    }

    private static Outcome done(WireJson payload, Call call) {
        var errors = payload.list("userErrors");
        if (errors.isEmpty()) {
            return new Done(payload.object("inventoryTransfer").text("id"), call);
        }
        var error = errors.getFirst();
        return "IDEMPOTENCY_CONCURRENT_REQUEST".equals(error.textIfAny("code"))
                ? new TryLater(ShopifyClient.PAUSE, "Shopify is still at the same request.", call)
                : new Refused("Shopify says: " + error.words("message"), call);
    }

    private Found item(TransferLine line, Connection connection) {
        if (line.quantity().amount().scale() > 0) {
            return new Found.Not(
                    refused("Shopify moves whole pieces only, not %s of %s.".formatted(line.quantity(), line.sku())));
        }
        var variables = Map.<String, Object>of("query", "sku:" + quoted(line.sku()));
        return switch (shopify.ask(ShopifyDocuments.FIND_ITEM, variables, connection)) {
            case Answer.Data answer ->
                only(line.sku(), answer.data().object("inventoryItems").list("nodes"), answer.call());
            case Answer.NotNow(var delay, var why, var call) -> new Found.Not(new TryLater(delay, why, call));
            case Answer.Refused(var why, var call) -> new Found.Not(new Refused(why, call));
        };
    }

    /// The search is by words: what it finds must be held against the label itself.
    private static Found only(Sku sku, List<WireJson> nodes, Call call) {
        var matching = nodes.stream()
                .filter(node -> new Sku(
                                Optional.ofNullable(node.textIfAny("sku")).orElse("-"))
                        .normalised()
                        .equals(sku.normalised()))
                .toList();
        return matching.size() == 1
                ? new Found.Item(matching.getFirst().text("id"))
                : new Found.Not(new Refused(
                        "Shopify has %d items with the SKU %s, not one.".formatted(matching.size(), sku), call));
    }

    private static String quoted(Sku sku) {
        return "\"" + sku.value().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /// Shopify's number of one of our locations.
    private static Optional<String> numberOf(LocationId location, Connection connection) {
        return connection.theirs(location).filter(number -> number.chars().allMatch(Character::isDigit));
    }

    private static String gid(String kind, String number) {
        return "gid://shopify/%s/%s".formatted(kind, number);
    }

    private static Refused refused(String why) {
        return new Refused(why, Call.NONE);
    }
}
