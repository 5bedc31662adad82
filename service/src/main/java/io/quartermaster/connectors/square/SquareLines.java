package io.quartermaster.connectors.square;

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
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The lines of Square's orders: those that we count, and those that we refuse, each with its
/// reason.
final class SquareLines {

    private static final Set<String> GOODS = Set.of("ITEM", "CUSTOM_AMOUNT");
    private static final int LABEL_LENGTH_MAX = 100;

    private final Connection connection;
    private final Currency currency;
    private final Map<String, String> skus;
    private final NonMerchandise nonMerchandise;
    private final List<RefusedLine> refused = new ArrayList<>();
    private Money total;

    /// @param skus the SKU of each catalog object, as far as it is known
    SquareLines(Connection connection, Currency currency, Map<String, String> skus) {
        this.connection = connection;
        this.currency = currency;
        this.skus = skus;
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
            var line = read(lineItem);
            if (line != null) {
                lines.add(new SaleLine(line.id, line.item, line.quantity, line.amount));
            }
        }
        return lines;
    }

    List<ReturnLine> returned(List<WireJson> lineItems) {
        var lines = new ArrayList<ReturnLine>(lineItems.size());
        for (var lineItem : lineItems) {
            var line = read(lineItem);
            if (line != null) {
                var source = lineItem.textIfAny("source_line_item_uid");
                // Square does not say whether it went back on the shelf: its inventory counts do.
                lines.add(new ReturnLine(
                        line.id, source == null ? line.id : source, line.item, line.quantity, line.amount, true));
            }
        }
        return lines;
    }

    private record Read(String id, Item item, Quantity quantity, Money amount) {}

    private @Nullable Read read(WireJson line) {
        var id = line.text("uid");
        var amount = Money.zero(currency);
        try {
            var quantity = line.decimal("quantity");
            var price = SquareOrders.money(line, "base_price_money", currency);
            var gross = Money.nearest(price.amount().multiply(quantity), currency);
            amount = gross.minus(SquareOrders.money(line, "total_discount_money", currency));
            total = total.plus(amount);
            var item = item(line);
            var refusal = refusal(item, line, price, quantity.signum());
            if (refusal == null && item != null) {
                return new Read(id, item, Quantity.each(quantity), amount);
            }
            refuse(id, line, amount, refusal == null ? Refusal.NO_SKU : refusal, "");
        } catch (MalformedMessage | IllegalArgumentException | ArithmeticException fault) {
            refuse(id, line, amount, Refusal.UNREADABLE, String.valueOf(fault.getMessage()));
        }
        return null;
    }

    private @Nullable Refusal refusal(@Nullable Item item, WireJson line, Money price, int quantitySign) {
        if (item == null) {
            return Refusal.NO_SKU;
        }
        var type = line.textIfAny("item_type");
        var sku = item.sku();
        if (type != null && !GOODS.contains(type) || sku != null && nonMerchandise.contains(sku)) {
            return Refusal.NOT_MERCHANDISE;
        }
        if (price.minorUnits() <= 0) {
            return price.minorUnits() == 0 ? Refusal.NO_PRICE : Refusal.NEGATIVE_PRICE;
        }
        return quantitySign <= 0 ? Refusal.QUANTITY_NOT_POSITIVE : null;
    }

    private @Nullable Item item(WireJson line) {
        var object = line.textIfAny("catalog_object_id");
        var told = line.textIfAny("sku");
        var label = told == null && object != null ? skus.get(object) : told;
        var sku = label == null ? null : new Sku(label);
        var refs = new ArrayList<ItemRef>(2);
        if (sku != null) {
            refs.add(ItemRef.sku(sku));
        }
        if (object != null) {
            refs.add(ItemRef.own(connection.id(), "catalog-object", object));
        }
        return refs.isEmpty()
                ? null
                : new Item(refs, sku, SquareCatalog.name(line.words("name"), line.words("variation_name")));
    }

    private void refuse(String id, WireJson line, Money amount, Refusal why, String detail) {
        var name = line.words("name");
        var label = name.length() > LABEL_LENGTH_MAX ? name.substring(0, LABEL_LENGTH_MAX) : name;
        refused.add(new RefusedLine(id, label, line.asTold("quantity"), amount, why, detail));
    }
}
