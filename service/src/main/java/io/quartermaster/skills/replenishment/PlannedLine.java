package io.quartermaster.skills.replenishment;

import io.quartermaster.planning.OrderPlan;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.RetailAction.OrderLine;
import io.quartermaster.retail.RetailAction.TransferLine;
import io.quartermaster.skills.replenishment.LineFacts.Elsewhere;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One variant with what it needs, and where that shall come from.
///
/// @param quantity what to order; may be more than the plan's when it fills up an order
/// @param source the location with enough to spare; null if it must be bought
record PlannedLine(
        LineFacts facts,
        OrderPlan plan,
        Quantity quantity,
        @Nullable Elsewhere source) {

    static PlannedLine of(LineFacts facts, LocalDate today) {
        var plan = facts.plan(today);
        var source = plan.due() ? sourceOf(facts, inWholeUnits(plan.order().needed())) : null;
        return new PlannedLine(facts, plan, plan.order().quantity(), source);
    }

    PlannedLine ordering(Quantity more) {
        return new PlannedLine(facts, plan, quantity.plus(more), source);
    }

    boolean isFilledUp() {
        return quantity.isMoreThan(plan.order().quantity());
    }

    /// What a transfer would bring: no packs, as both shelves are ours.
    Quantity transferred() {
        return inWholeUnits(plan.order().needed());
    }

    OrderLine orderLine() {
        return new OrderLine(
                facts.variant(),
                facts.sku(),
                facts.name(),
                quantity,
                facts.supply().unitCost());
    }

    TransferLine transferLine() {
        return new TransferLine(facts.variant(), facts.sku(), facts.name(), transferred());
    }

    private static @Nullable Elsewhere sourceOf(LineFacts facts, Quantity need) {
        return facts.elsewhere().stream()
                .filter(elsewhere -> !need.isMoreThan(elsewhere.surplus()))
                .findFirst()
                .orElse(null);
    }

    private static Quantity inWholeUnits(Quantity quantity) {
        return new Quantity(quantity.amount().setScale(0, RoundingMode.CEILING), quantity.unit());
    }
}
