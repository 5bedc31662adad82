package io.quartermaster.connectors.generic;

import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.InboundMessage;
import io.quartermaster.connectors.NonMerchandise;
import io.quartermaster.connectors.Translation;
import io.quartermaster.connectors.Translation.Told;
import io.quartermaster.connectors.Translation.Translated;
import io.quartermaster.connectors.WireJson;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.ReceiptId;
import io.quartermaster.retail.SaleEvent.Channel;
import io.quartermaster.retail.SaleEvent.Doubt;
import io.quartermaster.retail.SaleEvent.Refusal;
import io.quartermaster.retail.SaleEvent.RefusedLine;
import io.quartermaster.retail.SaleEvent.SaleDoubted;
import io.quartermaster.retail.SaleEvent.SaleLine;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import io.quartermaster.retail.SaleEvent.SaleState;
import io.quartermaster.retail.Sku;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The three forms in which a sale may be told: with prices and a total, with quantities only,
/// and one line at a time.
final class GenericSales {

    private GenericSales() {}

    /// `sale.completed`: a whole receipt with its own number, prices and total.
    static Translation completed(InboundMessage message, WireJson body) {
        var connection = message.connection();
        var data = body.object("data");
        var total = data.objectIfAny("total_money");
        var currency = total == null ? connection.currency() : Currency.getInstance(total.text("currency"));
        var stated = total == null ? null : new Money(total.decimal("amount").longValueExact(), currency);
        var id = data.text("id");
        var asOf = body.instant("created_at");
        var lines = new Lines(connection, currency, true);
        var sold = lines.of(data.list("line_items"));
        var receipt = new Receipt("%s/%s".formatted(id, asOf), id, data.text("location_id"));
        var sale = sale(message, body, receipt, new Content(sold, lines.refused, stated));
        var told = new ArrayList<Told>();
        told.add(new Told(sale, GenericPersons.of(connection, data)));
        if (stated != null && !stated.equals(lines.sum)) {
            told.add(Told.of(new SaleDoubted(
                    new Origin(connection.id(), "doubt/" + sale.origin().sourceKey(), asOf),
                    sale.receipt(),
                    sale.location(),
                    Doubt.LINES_DO_NOT_ADD_UP,
                    "The lines add up to %s; the receipt says %s.".formatted(lines.sum, stated))));
        }
        return new Translated(told);
    }

    /// `sale`: what was asked for, without money. It has no number of its own but the delivery's.
    static Translation demand(InboundMessage message, WireJson body) {
        var lines = new Lines(message.connection(), message.connection().currency(), false);
        return one(message, body, lines, body.list("line_items"));
    }

    /// `pos-sale`: one line.
    static Translation line(InboundMessage message, WireJson body) {
        var lines = new Lines(message.connection(), message.connection().currency(), false);
        return one(message, body, lines, List.of(body));
    }

    private static Translation one(InboundMessage message, WireJson body, Lines lines, List<WireJson> lineItems) {
        var told = body.textIfAny("id");
        var id = told == null ? message.delivery() : told;
        var receipt = new Receipt(id, id, body.text("location_id"));
        var sold = lines.of(lineItems);
        var sale = sale(message, body, receipt, new Content(sold, lines.refused, null));
        return new Translated(List.of(new Told(sale, GenericPersons.of(message.connection(), body))));
    }

    private record Receipt(String key, String id, String location) {}

    private record Content(
            List<SaleLine> lines,
            List<RefusedLine> refused,
            @Nullable Money stated) {}

    private static SaleRecorded sale(InboundMessage message, WireJson body, Receipt receipt, Content content) {
        var connection = message.connection();
        var at = body.instant("created_at");
        var source = Objects.requireNonNullElse(body.textIfAny("source"), "pos");
        return new SaleRecorded(
                new Origin(connection.id(), "sale/" + receipt.key, at),
                new ReceiptId(receipt.id),
                at,
                GenericTranslator.location(connection, receipt.location),
                channel(source),
                SaleState.HANDED_OVER,
                content.lines,
                content.refused,
                content.stated,
                null);
    }

    /// Whoever names no known way of selling sells on the web: a till would say so.
    private static Channel channel(String source) {
        return switch (source) {
            case "pos" -> Channel.TILL;
            case "marketplace" -> Channel.MARKETPLACE;
            default -> Channel.WEB;
        };
    }

    /// Reads lines. One that cannot be read makes the message malformed: its sender hears of it at
    /// once. One that can be read and is no sale of goods is refused with a reason.
    private static final class Lines {

        private final Currency currency;
        private final NonMerchandise nonMerchandise;
        private final boolean priced;
        private final List<RefusedLine> refused = new ArrayList<>();
        private Money sum;

        Lines(Connection connection, Currency currency, boolean priced) {
            this.currency = currency;
            this.nonMerchandise = NonMerchandise.of(connection);
            this.priced = priced;
            this.sum = Money.zero(currency);
        }

        List<SaleLine> of(List<WireJson> lineItems) {
            var lines = new ArrayList<SaleLine>(lineItems.size());
            for (var i = 0; i < lineItems.size(); i++) {
                var line = line(String.valueOf(i + 1), lineItems.get(i));
                if (line != null) {
                    lines.add(line);
                }
            }
            return lines;
        }

        private @Nullable SaleLine line(String number, WireJson lineItem) {
            var sku = new Sku(lineItem.text("sku"));
            var quantity = Quantity.each(lineItem.decimal("quantity"));
            var price = priced ? lineItem.decimal("price") : lineItem.decimalIfAny("price");
            var amount =
                    price == null ? Money.zero(currency) : Money.nearest(price.multiply(quantity.amount()), currency);
            sum = sum.plus(amount);
            var refusal = refusal(sku, quantity, price == null ? 1 : price.signum());
            if (refusal == null) {
                return new SaleLine(number, Item.ofSku(sku, lineItem.words("name")), quantity, amount);
            }
            refused.add(new RefusedLine(number, sku.value(), lineItem.asTold("quantity"), amount, refusal, ""));
            return null;
        }

        private @Nullable Refusal refusal(Sku sku, Quantity quantity, int priceSign) {
            if (nonMerchandise.contains(sku)) {
                return Refusal.NOT_MERCHANDISE;
            }
            if (priceSign <= 0) {
                return priceSign == 0 ? Refusal.NO_PRICE : Refusal.NEGATIVE_PRICE;
            }
            return quantity.amount().signum() <= 0 ? Refusal.QUANTITY_NOT_POSITIVE : null;
        }
    }
}
