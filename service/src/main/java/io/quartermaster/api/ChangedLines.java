package io.quartermaster.api;

import io.quartermaster.api.ProposalsResource.LineBody;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.RetailAction;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.OrderLine;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.RetailAction.TransferLine;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.VariantId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Other quantities for some lines of an order or a transfer.
///
/// @param wanted by variant id or by SKU; each is struck off when its line is found
record ChangedLines(Map<String, BigDecimal> wanted) {

    /// @throws IllegalArgumentException if a line names nothing, or names it twice
    static ChangedLines of(List<LineBody> lines) {
        var wanted = new HashMap<String, BigDecimal>();
        for (var line : lines) {
            var name = line.variantId() != null ? line.variantId() : Asked.required("sku", line.sku());
            var key = line.variantId() != null ? name : bySku(new Sku(name));
            if (wanted.put(key, Asked.required("quantity", line.quantity())) != null) {
                throw new IllegalArgumentException("The line (%s) is there twice.".formatted(name));
            }
        }
        return new ChangedLines(wanted);
    }

    /// The action with these quantities; a line that is to be zero is left out.
    ///
    /// @throws IllegalArgumentException if a line is not in it, or none is left
    RetailAction in(RetailAction action) {
        var left = new HashMap<>(wanted);
        var changed = change(action, left);
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("The lines %s are not in it.".formatted(left.keySet()));
        }
        return changed;
    }

    private RetailAction change(RetailAction action, Map<String, BigDecimal> left) {
        return switch (action) {
            case OrderFromSupplier order ->
                new OrderFromSupplier(
                        order.order(),
                        order.supplier(),
                        order.destination(),
                        order.lines().stream()
                                .flatMap(line -> changed(line, left))
                                .toList(),
                        order.deliverBy());
            case TransferStock transfer ->
                new TransferStock(
                        transfer.transfer(),
                        transfer.from(),
                        transfer.to(),
                        transfer.lines().stream()
                                .flatMap(line -> changed(line, left))
                                .toList());
            case TellPerson _ -> throw new IllegalArgumentException("There are no quantities in it.");
        };
    }

    private static Stream<OrderLine> changed(OrderLine line, Map<String, BigDecimal> left) {
        var amount = take(line.variant(), line.sku(), line.quantity(), left);
        return amount.isZero()
                ? Stream.empty()
                : Stream.of(new OrderLine(line.variant(), line.sku(), line.name(), amount, line.unitCost()));
    }

    private static Stream<TransferLine> changed(TransferLine line, Map<String, BigDecimal> left) {
        var amount = take(line.variant(), line.sku(), line.quantity(), left);
        return amount.isZero()
                ? Stream.empty()
                : Stream.of(new TransferLine(line.variant(), line.sku(), line.name(), amount));
    }

    private static Quantity take(VariantId variant, Sku sku, Quantity usual, Map<String, BigDecimal> left) {
        var amount = left.containsKey(variant.value()) ? left.remove(variant.value()) : left.remove(bySku(sku));
        return amount == null ? usual : new Quantity(amount, usual.unit());
    }

    private static String bySku(Sku sku) {
        return "sku:" + sku.normalised();
    }
}
