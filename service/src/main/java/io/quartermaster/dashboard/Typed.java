package io.quartermaster.dashboard;

import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.RetailAction;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.OrderLine;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.RetailAction.TransferLine;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.retail.VariantId;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An action with the quantities that somebody typed into its form: fields `quantity.<variant>`.
///
/// A line whose quantity is zero or empty is left out; a field that is missing leaves its line
/// alone.
final class Typed {

    static final String FIELD = "quantity.";

    private static final int DIGITS_MAX = 18;

    private Typed() {}

    /// @throws IllegalArgumentException if a quantity is none, or no line would be left
    static RetailAction of(RetailAction action, Map<String, String[]> fields) {
        return switch (action) {
            case OrderFromSupplier order ->
                new OrderFromSupplier(
                        order.order(),
                        order.supplier(),
                        order.destination(),
                        order.lines().stream()
                                .flatMap(line -> orderLine(line, fields))
                                .toList(),
                        order.deliverBy());
            case TransferStock transfer ->
                new TransferStock(
                        transfer.transfer(),
                        transfer.from(),
                        transfer.to(),
                        transfer.lines().stream()
                                .flatMap(line -> transferLine(line, fields))
                                .toList());
            case TellPerson tell -> tell;
        };
    }

    private static Stream<OrderLine> orderLine(OrderLine line, Map<String, String[]> fields) {
        return quantity(line.variant(), line.quantity(), fields).stream()
                .map(it -> new OrderLine(line.variant(), line.sku(), line.name(), it, line.unitCost()));
    }

    private static Stream<TransferLine> transferLine(TransferLine line, Map<String, String[]> fields) {
        return quantity(line.variant(), line.quantity(), fields).stream()
                .map(it -> new TransferLine(line.variant(), line.sku(), line.name(), it));
    }

    private static Optional<Quantity> quantity(VariantId variant, Quantity before, Map<String, String[]> fields) {
        var typed = fields.get(FIELD + variant.value());
        if (typed == null || typed.length == 0) {
            return Optional.of(before);
        }
        var text = typed[0].strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.length() > DIGITS_MAX || !text.matches("\\d+(\\.\\d+)?")) {
            throw new IllegalArgumentException("The quantity must be a number of zero or more, such as 24.");
        }
        var quantity = new Quantity(new BigDecimal(text), before.unit());
        return quantity.isZero() ? Optional.empty() : Optional.of(quantity);
    }
}
