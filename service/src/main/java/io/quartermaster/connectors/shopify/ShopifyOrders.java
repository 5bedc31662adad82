package io.quartermaster.connectors.shopify;

import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.FetchRequest;
import io.quartermaster.connectors.InboundMessage;
import io.quartermaster.connectors.Translation;
import io.quartermaster.connectors.Translation.AskBack;
import io.quartermaster.connectors.Translation.Ignored;
import io.quartermaster.connectors.Translation.Told;
import io.quartermaster.connectors.Translation.Translated;
import io.quartermaster.connectors.WireJson;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.ReceiptId;
import io.quartermaster.retail.ReturnId;
import io.quartermaster.retail.SaleEvent.Channel;
import io.quartermaster.retail.SaleEvent.Doubt;
import io.quartermaster.retail.SaleEvent.ReturnRecorded;
import io.quartermaster.retail.SaleEvent.SaleDoubted;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import io.quartermaster.retail.SaleEvent.SaleState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/// Shopify's orders and refunds. Shopify tells the whole order each time something changes, and
/// tells each refund on its own and inside its order: both have the same key, so it counts once.
final class ShopifyOrders {

    private ShopifyOrders() {}

    static Translation order(InboundMessage message, WireJson order) {
        if (order.has("order_edit")) {
            return edit(message, order.object("order_edit"));
        }
        if (order.isTrue("test")) {
            return new Ignored("a test order: nothing was sold");
        }
        var connection = message.connection();
        var told = new ArrayList<>(sale(connection, order));
        for (var refund : order.listIfAny("refunds")) {
            returns(connection, refund, currency(connection, order)).forEach(event -> told.add(Told.of(event)));
        }
        return new Translated(told);
    }

    /// An edit tells only what it adds and takes away: the order is asked for as it stands now.
    private static Translation edit(InboundMessage message, WireJson edit) {
        return message.connection().url().isBlank()
                ? new Ignored("an edit is told in full by orders/updated")
                : new AskBack(List.of(new FetchRequest("order", edit.text("order_id"), "edit-" + edit.text("id"))));
    }

    static Translation refund(InboundMessage message, WireJson refund) {
        var connection = message.connection();
        var returns = returns(connection, refund, connection.currency());
        return returns.isEmpty()
                ? new Ignored("money was given back, and no goods came")
                : new Translated(returns.stream().map(Told::of).toList());
    }

    private static List<Told> sale(Connection connection, WireJson order) {
        var id = order.text("id");
        var asOf = order.instant("updated_at");
        var state = state(order);
        var key = "order/%s/%s/%s".formatted(id, asOf, state);
        var origin = new Origin(connection.id(), key, soldAt(order));
        var currency = currency(connection, order);
        var lines = new ShopifyLines(connection, currency);
        var sold = lines.sold(order.list("line_items"));
        var subtotal = order.decimalIfAny("subtotal_price");
        var stated = subtotal == null ? null : Money.nearest(subtotal, currency);
        var receipt = new ReceiptId(id);
        var location = location(connection, order);
        var channel = isTill(order) ? Channel.TILL : Channel.WEB;
        var sale =
                new SaleRecorded(origin, receipt, asOf, location, channel, state, sold, lines.refused(), stated, null);
        var told = new ArrayList<Told>();
        told.add(new Told(sale, ShopifyPersons.of(connection, order)));
        if (stated != null && !stated.equals(lines.total())) {
            var doubted = new Origin(connection.id(), "doubt/" + key, origin.occurredAt());
            var detail = "The lines add up to %s; the order says %s.".formatted(lines.total(), stated);
            told.add(Told.of(new SaleDoubted(doubted, receipt, location, Doubt.LINES_DO_NOT_ADD_UP, detail)));
        }
        return told;
    }

    /// One return for each location that goods came back to.
    private static List<ReturnRecorded> returns(Connection connection, WireJson refund, Currency currency) {
        var id = refund.text("id");
        var receipt = new ReceiptId(refund.text("order_id"));
        var at = Objects.requireNonNullElseGet(refund.instantIfAny("processed_at"), () -> refund.instant("created_at"));
        var byLocation = new LinkedHashMap<LocationId, List<WireJson>>();
        for (var line : refund.listIfAny("refund_line_items")) {
            byLocation
                    .computeIfAbsent(location(connection, line), _ -> new ArrayList<>())
                    .add(line);
        }
        var several = byLocation.size() > 1;
        return byLocation.entrySet().stream()
                .map(part -> {
                    var number = several ? id + "/" + part.getKey().value() : id;
                    var lines = new ShopifyLines(connection, currency);
                    var returned = lines.returned(part.getValue());
                    var origin = new Origin(connection.id(), "refund/" + number, at);
                    return new ReturnRecorded(
                            origin, new ReturnId(number), receipt, part.getKey(), returned, lines.refused());
                })
                .toList();
    }

    private static SaleState state(WireJson order) {
        if (order.has("cancelled_at")) {
            return SaleState.CANCELLED;
        }
        var gone = isTill(order) || Objects.equals(order.textIfAny("fulfillment_status"), "fulfilled");
        return gone ? SaleState.HANDED_OVER : SaleState.PROMISED;
    }

    private static boolean isTill(WireJson order) {
        return Objects.equals(order.textIfAny("source_name"), "pos");
    }

    private static Instant soldAt(WireJson order) {
        return Objects.requireNonNullElseGet(order.instantIfAny("processed_at"), () -> order.instant("created_at"));
    }

    private static Currency currency(Connection connection, WireJson order) {
        var code = order.textIfAny("currency");
        return code == null ? connection.currency() : Currency.getInstance(code);
    }

    /// Where it was sold; for a web order where it is sent from, as soon as that is known.
    private static LocationId location(Connection connection, WireJson thing) {
        var own = thing.textIfAny("location_id");
        if (own != null) {
            return connection.location(own);
        }
        return thing.listIfAny("fulfillments").stream()
                .map(fulfilment -> fulfilment.textIfAny("location_id"))
                .filter(Objects::nonNull)
                .findFirst()
                .map(connection::location)
                .orElseGet(() -> connection.location(connection.settings().getOrDefault("default-location", "online")));
    }
}
