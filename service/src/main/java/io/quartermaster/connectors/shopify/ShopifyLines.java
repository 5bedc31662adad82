package io.quartermaster.connectors.shopify;

import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.MalformedMessage;
import io.quartermaster.connectors.NonMerchandise;
import io.quartermaster.connectors.WireJson;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.ItemRef;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.SaleEvent.Refusal;
import io.quartermaster.retail.SaleEvent.RefusedLine;
import io.quartermaster.retail.SaleEvent.ReturnLine;
import io.quartermaster.retail.SaleEvent.SaleLine;
import io.quartermaster.retail.Sku;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The lines of Shopify's orders and refunds: those that we count, and those that we refuse, each
/// with its reason.
final class ShopifyLines {

    private static final Set<String> BACK_ON_THE_SHELF = Set.of("return", "cancel", "legacy_restock");
    private static final int LABEL_LENGTH_MAX = 100;

    private final Connection connection;
    private final Currency currency;
    private final NonMerchandise nonMerchandise;
    private final List<RefusedLine> refused = new ArrayList<>();
    private Money total;

    ShopifyLines(Connection connection, Currency currency) {
        this.connection = connection;
        this.currency = currency;
        this.nonMerchandise = NonMerchandise.of(connection);
        this.total = Money.zero(currency);
    }

    List<RefusedLine> refused() {
        return refused;
    }

    /// All lines read so far added up, refused ones too, as far as they can be read.
    Money total() {
        return total;
    }

    List<SaleLine> sold(List<WireJson> lineItems) {
        var lines = new ArrayList<SaleLine>(lineItems.size());
        for (var lineItem : lineItems) {
            var line = read(lineItem, lineItem.text("id"), lineItem, null);
            if (line != null) {
                lines.add(new SaleLine(line.id, line.item, line.quantity, line.amount));
            }
        }
        return lines;
    }

    List<ReturnLine> returned(List<WireJson> refundLines) {
        var lines = new ArrayList<ReturnLine>(refundLines.size());
        for (var refundLine : refundLines) {
            var line = read(refundLine, refundLine.text("id"), refundLine.object("line_item"), "subtotal");
            if (line != null) {
                var restocked = BACK_ON_THE_SHELF.contains(String.valueOf(refundLine.textIfAny("restock_type")));
                lines.add(new ReturnLine(
                        line.id, refundLine.text("line_item_id"), line.item, line.quantity, line.amount, restocked));
            }
        }
        return lines;
    }

    private record Read(String id, Item item, Quantity quantity, Money amount) {}

    /// @param amountField where the money of the line stands, if it is told; else it is reckoned
    private @Nullable Read read(WireJson line, String id, WireJson lineItem, @Nullable String amountField) {
        var amount = Money.zero(currency);
        try {
            var quantity = line.decimal("quantity");
            var price = lineItem.decimal("price");
            amount = amountField != null && line.has(amountField)
                    ? Money.nearest(line.decimal(amountField), currency)
                    : Money.nearest(price.multiply(quantity).subtract(discounts(lineItem)), currency);
            total = total.plus(amount);
            var item = item(lineItem);
            var refusal = refusal(item, lineItem, price, quantity);
            if (refusal == null && item != null) {
                return new Read(id, item, Quantity.each(quantity), amount);
            }
            refuse(id, line, lineItem, amount, refusal == null ? Refusal.NO_SKU : refusal, "");
        } catch (MalformedMessage | IllegalArgumentException fault) {
            refuse(id, line, lineItem, amount, Refusal.UNREADABLE, String.valueOf(fault.getMessage()));
        }
        return null;
    }

    private @Nullable Refusal refusal(@Nullable Item item, WireJson lineItem, BigDecimal price, BigDecimal quantity) {
        if (item == null) {
            return Refusal.NO_SKU;
        }
        var sku = item.sku();
        if (lineItem.isTrue("gift_card") || sku != null && nonMerchandise.contains(sku)) {
            return Refusal.NOT_MERCHANDISE;
        }
        if (price.signum() == 0) {
            return Refusal.NO_PRICE;
        }
        if (price.signum() < 0) {
            return Refusal.NEGATIVE_PRICE;
        }
        return quantity.signum() <= 0 ? Refusal.QUANTITY_NOT_POSITIVE : null;
    }

    private @Nullable Item item(WireJson lineItem) {
        var label = lineItem.textIfAny("sku");
        var variant = lineItem.textIfAny("variant_id");
        var sku = label == null ? null : new Sku(label);
        var refs = new ArrayList<ItemRef>(2);
        if (sku != null) {
            refs.add(ItemRef.sku(sku));
        }
        if (variant != null) {
            refs.add(ItemRef.own(connection.id(), "variant", variant));
        }
        return refs.isEmpty() ? null : new Item(refs, sku, name(lineItem));
    }

    private static String name(WireJson lineItem) {
        var name = lineItem.words("name");
        return name.isEmpty() ? lineItem.words("title") : name;
    }

    /// An order's discounts are spread over its lines; only old messages tell a line's own instead.
    private static BigDecimal discounts(WireJson lineItem) {
        var spread = lineItem.listIfAny("discount_allocations");
        if (spread.isEmpty()) {
            var own = lineItem.decimalIfAny("total_discount");
            return own == null ? BigDecimal.ZERO : own;
        }
        return spread.stream().map(part -> part.decimal("amount")).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void refuse(String id, WireJson line, WireJson lineItem, Money amount, Refusal why, String detail) {
        var sku = lineItem.words("sku");
        var label = sku.isEmpty() ? name(lineItem) : sku;
        var cut = label.length() > LABEL_LENGTH_MAX ? label.substring(0, LABEL_LENGTH_MAX) : label;
        refused.add(new RefusedLine(id, cut, line.asTold("quantity"), amount, why, detail));
    }
}
