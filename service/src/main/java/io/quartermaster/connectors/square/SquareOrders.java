package io.quartermaster.connectors.square;

import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.InboundMessage;
import io.quartermaster.connectors.MalformedMessage;
import io.quartermaster.connectors.Translation;
import io.quartermaster.connectors.Translation.Ignored;
import io.quartermaster.connectors.Translation.Told;
import io.quartermaster.connectors.Translation.Translated;
import io.quartermaster.connectors.WireJson;
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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Square's orders, as they were fetched: sales in their `line_items`, goods that came back in
/// their
/// `returns`.
final class SquareOrders {

    private static final List<String> NOT_FOR_GOODS =
            List.of("total_tax_money", "total_tip_money", "total_service_charge_money");

    private SquareOrders() {}

    static Translation order(InboundMessage message, WireJson body) {
        var order = body.object("order");
        var connection = message.connection();
        var skus = SquareCatalog.skus(body.listIfAny("catalog"));
        var told = new ArrayList<Told>();
        if ("DRAFT".equals(order.textIfAny("state"))) {
            return new Ignored("a draft: nothing was sold");
        }
        if (!order.listIfAny("line_items").isEmpty()) {
            told.addAll(sale(connection, order, skus));
        }
        for (var returned : order.listIfAny("returns")) {
            told.add(Told.of(goodsBack(connection, order, returned, skus)));
        }
        return told.isEmpty() ? new Ignored("an order without goods") : new Translated(told);
    }

    private static List<Told> sale(Connection connection, WireJson order, Map<String, String> skus) {
        var id = order.text("id");
        var asOf = order.instant("updated_at");
        var state = state(order);
        var version = Objects.requireNonNullElse(order.textIfAny("version"), asOf.toString());
        var origin = new Origin(
                connection.id(), "order/%s/%s/%s".formatted(id, version, state), order.instant("created_at"));
        var currency = currency(connection, order);
        var lines = new SquareLines(connection, currency, skus);
        var sold = lines.sold(order.list("line_items"));
        var stated = stated(order, currency);
        var receipt = new ReceiptId(id);
        var location = connection.location(order.text("location_id"));
        var sale = new SaleRecorded(
                origin, receipt, asOf, location, channel(order), state, sold, lines.refused(), stated, null);
        var told = new ArrayList<Told>();
        told.add(new Told(sale, SquarePersons.of(connection, order)));
        doubt(order, sale, lines.total()).ifPresent(doubted -> told.add(Told.of(doubted)));
        return told;
    }

    /// Taxes are in the prices or on top of them: the lines may add up to the total either way.
    private static Optional<SaleDoubted> doubt(WireJson order, SaleRecorded sale, Money sum) {
        var stated = sale.statedTotal();
        if (stated == null) {
            return Optional.empty();
        }
        var besides = Money.zero(stated.currency());
        for (var field : NOT_FOR_GOODS) {
            besides = besides.plus(money(order, field, stated.currency()));
        }
        var taxes = money(order, "total_tax_money", stated.currency());
        var net = stated.minus(besides);
        if (sum.equals(net) || sum.equals(net.plus(taxes))) {
            return Optional.empty();
        }
        var origin = new Origin(
                sale.origin().source(),
                "doubt/" + sale.origin().sourceKey(),
                sale.origin().occurredAt());
        return Optional.of(new SaleDoubted(
                origin,
                sale.receipt(),
                sale.location(),
                Doubt.LINES_DO_NOT_ADD_UP,
                "The lines add up to %s; the order says %s.".formatted(sum, net)));
    }

    private static ReturnRecorded goodsBack(
            Connection connection, WireJson order, WireJson returned, Map<String, String> skus) {
        var id = order.text("id");
        var source = returned.textIfAny("source_order_id");
        var number = Objects.requireNonNullElse(returned.textIfAny("uid"), "1");
        var lines = new SquareLines(connection, currency(connection, order), skus);
        var back = lines.returned(returned.list("return_line_items"));
        return new ReturnRecorded(
                new Origin(connection.id(), "return/%s/%s".formatted(id, number), order.instant("created_at")),
                new ReturnId(id + "/" + number),
                new ReceiptId(source == null ? id : source),
                connection.location(order.text("location_id")),
                back,
                lines.refused());
    }

    private static SaleState state(WireJson order) {
        return switch (order.text("state")) {
            case "COMPLETED" -> SaleState.HANDED_OVER;
            case "OPEN" -> SaleState.PROMISED;
            case "CANCELED" -> SaleState.CANCELLED;
            default -> throw new MalformedMessage("The field order.state is none that we know.");
        };
    }

    private static Channel channel(WireJson order) {
        var source = order.objectIfAny("source");
        var name = source == null ? "" : source.words("name").toLowerCase(Locale.ROOT);
        return name.contains("online") ? Channel.WEB : Channel.TILL;
    }

    private static @Nullable Money stated(WireJson order, Currency currency) {
        return order.has("total_money") ? money(order, "total_money", currency) : null;
    }

    private static Currency currency(Connection connection, WireJson order) {
        var total = order.objectIfAny("total_money");
        var code = total == null ? null : total.textIfAny("currency");
        return code == null ? connection.currency() : Currency.getInstance(code);
    }

    /// An amount in minor units; zero if it is not told.
    static Money money(WireJson from, String field, Currency currency) {
        var object = from.objectIfAny(field);
        if (object == null) {
            return Money.zero(currency);
        }
        var told = object.textIfAny("currency");
        if (told != null && !told.equals(currency.getCurrencyCode())) {
            throw new MalformedMessage("The field %s is in %s, the order in %s.".formatted(field, told, currency));
        }
        var amount = object.decimalIfAny("amount");
        return new Money((amount == null ? BigDecimal.ZERO : amount).longValueExact(), currency);
    }
}
