package io.quartermaster.connectors.square;

import io.quartermaster.connectors.FetchRequest;
import io.quartermaster.connectors.InboundMessage;
import io.quartermaster.connectors.MalformedMessage;
import io.quartermaster.connectors.Translation;
import io.quartermaster.connectors.Translation.AskBack;
import io.quartermaster.connectors.Translation.Ignored;
import io.quartermaster.connectors.Translation.Malformed;
import io.quartermaster.connectors.Translation.Told;
import io.quartermaster.connectors.Translation.Translated;
import io.quartermaster.connectors.Translation.Unknown;
import io.quartermaster.connectors.WireJson;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.ItemRef;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.StockEvent.Measure;
import io.quartermaster.retail.StockEvent.StockReported;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// From Square's words to ours: a pure function, like every translator.
final class SquareTranslator {

    /// A message that the catalog changed says only when. What changed a while before is asked for
    /// again: messages get lost, and telling it twice does no harm. What got lost longer ago is found
    /// by asking for changes at intervals.
    private static final Duration LOOKING_BACK = Duration.ofHours(24);

    private static final String ON_THE_SHELF = "IN_STOCK";
    private static final Set<String> REFUND_FAILED = Set.of("REJECTED", "FAILED");

    private SquareTranslator() {}

    static Translation translate(InboundMessage message) {
        try {
            return translate(message, WireJson.read(message.body()));
        } catch (MalformedMessage | IllegalArgumentException | ArithmeticException fault) {
            return new Malformed("%s: %s".formatted(message.topic(), fault.getMessage()));
        } catch (DateTimeException fault) { // a zone, or a time of day in the connection's settings
            return new Malformed("%s: no such zone or time of day.".formatted(message.topic()));
        }
    }

    private static Translation translate(InboundMessage message, WireJson body) {
        return switch (message.topic()) {
            case "order.created", "order.updated", "order.fulfillment.updated" -> order(message, body);
            case "refund.created", "refund.updated" -> refund(body);
            case "catalog.version.updated" -> catalog(body);
            case "inventory.count.updated" ->
                counts(message, body.object("data").object("object").list("inventory_counts"));
            case "location.created", "location.updated" -> location(body);
            case "fetched.order" -> SquareOrders.order(message, body);
            case "fetched.catalog" -> SquareCatalog.page(message, body);
            case "fetched.counts" -> counts(message, body.list("counts"));
            case "fetched.location" -> SquareCatalog.location(message, body);
            case "payment.created", "payment.updated" -> new Ignored("the order says what was sold");
            case "customer.created", "customer.updated", "customer.deleted" ->
                new Ignored("customers are learnt from what they buy");
            default -> new Unknown(message.topic());
        };
    }

    /// An order's message names the order and no more.
    private static Translation order(InboundMessage message, WireJson body) {
        var data = body.object("data").object("object").object(message.topic().replace('.', '_'));
        return ask("order", data.text("order_id"), data.text("version"));
    }

    /// Goods that come back stand in an order of their own, which the refund names.
    private static Translation refund(WireJson body) {
        var refund = body.object("data").object("object").object("refund");
        var status = refund.text("status");
        var order = refund.textIfAny("order_id");
        if (REFUND_FAILED.contains(status)) {
            return new Ignored("the refund came to nothing");
        }
        return order == null
                ? new Ignored("money was given back, and no goods came")
                : ask("order", order, "refund-%s-%s".formatted(refund.text("id"), status));
    }

    private static Translation catalog(WireJson body) {
        var version = body.object("data").object("object").object("catalog_version");
        var at = version.instant("updated_at");
        return ask("catalog", at.minus(LOOKING_BACK).toString(), at.toString());
    }

    private static Translation location(WireJson body) {
        return ask("location", body.object("data").text("id"), body.text("event_id"));
    }

    /// One message carries a count for each state (sold, in transit, ordered …): only one of them is
    /// on the shelf.
    private static Translation counts(InboundMessage message, List<WireJson> told) {
        var counts = told.stream()
                .filter(count -> count.text("state").equals(ON_THE_SHELF))
                .map(count -> Told.of(reported(message, count)))
                .toList();
        return counts.isEmpty() ? new Ignored("no count of what is on the shelf") : new Translated(counts);
    }

    private static StockReported reported(InboundMessage message, WireJson count) {
        var connection = message.connection();
        var object = count.text("catalog_object_id");
        var location = count.text("location_id");
        var at = count.instant("calculated_at");
        var quantity = count.decimal("quantity");
        // By what it says, not by who told it: a count that is asked for is the one that was told.
        var key = "count/%s/%s/%s/%s".formatted(object, location, at, quantity.toPlainString());
        return new StockReported(
                new Origin(connection.id(), key, at),
                connection.location(location),
                new Item(List.of(ItemRef.own(connection.id(), "catalog-object", object)), null, ""),
                Quantity.each(quantity),
                Measure.ON_HAND);
    }

    private static Translation ask(String what, String which, String version) {
        return new AskBack(List.of(new FetchRequest(what, which, version)));
    }
}
