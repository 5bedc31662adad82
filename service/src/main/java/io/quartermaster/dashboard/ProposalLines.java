package io.quartermaster.dashboard;

import io.quartermaster.approvals.DeskItem;
import io.quartermaster.dashboard.ProposalView.Line;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.OrderLine;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.RetailAction.TransferLine;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.VariantId;
import java.util.List;
import java.util.Locale;

/// The lines of an order or a transfer, as rows of a form.
final class ProposalLines {

    private ProposalLines() {}

    static List<Line> of(DeskItem item) {
        return switch (item.proposal().action()) {
            case OrderFromSupplier order ->
                order.lines().stream()
                        .map(line -> ofOrder(item, order.destination(), line))
                        .toList();
            case TransferStock transfer ->
                transfer.lines().stream()
                        .map(line -> ofTransfer(item, transfer.to(), line))
                        .toList();
            case TellPerson _ -> List.of();
        };
    }

    private static Line ofOrder(DeskItem item, LocationId location, OrderLine line) {
        return new Line(
                line.variant().value(),
                Links.variant(line.variant(), location),
                Typed.FIELD + line.variant().value(),
                called(line.name(), line.sku()),
                line.sku().value(),
                line.quantity().amount().toPlainString(),
                unit(line.quantity()),
                Words.cost(line.unitCost()),
                Words.money(line.amount()),
                byPerson(item, line.variant()));
    }

    private static Line ofTransfer(DeskItem item, LocationId location, TransferLine line) {
        return new Line(
                line.variant().value(),
                Links.variant(line.variant(), location),
                Typed.FIELD + line.variant().value(),
                called(line.name(), line.sku()),
                line.sku().value(),
                line.quantity().amount().toPlainString(),
                unit(line.quantity()),
                "",
                "",
                byPerson(item, line.variant()));
    }

    private static boolean byPerson(DeskItem item, VariantId variant) {
        return item.personsLines().contains(variant);
    }

    private static String called(String name, Sku sku) {
        return name.isBlank() ? sku.value() : name;
    }

    private static String unit(Quantity quantity) {
        return quantity.unit().name().toLowerCase(Locale.ROOT);
    }
}
