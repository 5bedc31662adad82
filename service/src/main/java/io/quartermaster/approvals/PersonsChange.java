package io.quartermaster.approvals;

import io.quartermaster.approvals.DeskRefusal.NoSuchChange;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.RetailAction;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.OrderLine;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.RetailAction.TransferLine;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.retail.VariantId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// What a person may write into a proposal: other quantities, or fewer lines. Not another
/// supplier, another price, another place.
final class PersonsChange {

    private PersonsChange() {}

    /// The variants whose quantities differ, or whose lines are gone.
    ///
    /// @throws NoSuchChange if something else differs, or nothing does
    static Set<VariantId> variants(RetailAction before, RetailAction after) {
        var changed =
                switch (after) {
                    case OrderFromSupplier order when before instanceof OrderFromSupplier was -> order(was, order);
                    case TransferStock transfer when before instanceof TransferStock was -> transfer(was, transfer);
                    case OrderFromSupplier _, TransferStock _, TellPerson _ ->
                        throw new NoSuchChange("A %s cannot be made into a %s."
                                .formatted(
                                        before.getClass().getSimpleName(),
                                        after.getClass().getSimpleName()));
                };
        if (changed.isEmpty()) {
            throw new NoSuchChange("Nothing was changed.");
        }
        return changed;
    }

    private static Set<VariantId> order(OrderFromSupplier before, OrderFromSupplier after) {
        require(before.order().equals(after.order()), "the order's number");
        require(before.supplier().equals(after.supplier()), "the supplier");
        require(before.destination().equals(after.destination()), "the destination");
        require(before.deliverBy().equals(after.deliverBy()), "the day of delivery");
        var known = new HashSet<Object>();
        before.lines().forEach(line -> known.add(apartFromQuantity(line)));
        after.lines().forEach(line -> require(known.contains(apartFromQuantity(line)), "the line of " + line.sku()));
        return differing(
                quantities(before.lines(), OrderLine::variant, OrderLine::quantity),
                quantities(after.lines(), OrderLine::variant, OrderLine::quantity));
    }

    private static Set<VariantId> transfer(TransferStock before, TransferStock after) {
        require(before.transfer().equals(after.transfer()), "the transfer's number");
        require(before.from().equals(after.from()) && before.to().equals(after.to()), "the locations");
        var known = new HashSet<Object>();
        before.lines().forEach(line -> known.add(apartFromQuantity(line)));
        after.lines().forEach(line -> require(known.contains(apartFromQuantity(line)), "the line of " + line.sku()));
        return differing(
                quantities(before.lines(), TransferLine::variant, TransferLine::quantity),
                quantities(after.lines(), TransferLine::variant, TransferLine::quantity));
    }

    private static List<Object> apartFromQuantity(OrderLine line) {
        return List.of(
                line.variant(),
                line.sku(),
                line.name(),
                line.unitCost(),
                line.quantity().unit());
    }

    private static List<Object> apartFromQuantity(TransferLine line) {
        return List.of(line.variant(), line.sku(), line.name(), line.quantity().unit());
    }

    private static <L> Map<VariantId, Quantity> quantities(
            List<L> lines, Function<L, VariantId> variant, Function<L, Quantity> quantity) {
        var all = new HashMap<VariantId, Quantity>();
        for (var line : lines) {
            if (all.put(variant.apply(line), quantity.apply(line)) != null) {
                throw new NoSuchChange("The variant (%s) stands there twice.".formatted(variant.apply(line)));
            }
        }
        return all;
    }

    private static Set<VariantId> differing(Map<VariantId, Quantity> before, Map<VariantId, Quantity> after) {
        var differing = new HashSet<VariantId>();
        before.forEach((variant, quantity) -> {
            if (!quantity.equals(after.get(variant))) {
                differing.add(variant);
            }
        });
        return differing;
    }

    private static void require(boolean same, String what) {
        if (!same) {
            throw new NoSuchChange(
                    "A change may not touch %s.\nMaybe refuse the proposal, and say why.".formatted(what));
        }
    }
}
