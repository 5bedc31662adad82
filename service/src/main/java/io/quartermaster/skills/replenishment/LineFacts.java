package io.quartermaster.skills.replenishment;

import io.quartermaster.planning.DemandFigures;
import io.quartermaster.planning.OrderPlan;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.TransferId;
import io.quartermaster.retail.UnitCost;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the decision knows of one variant at the location.
///
/// @param velocity what was sold in the windows that retailers look at
/// @param elsewhere locations that have more than they need, the one with most first
/// @param others who else sells it
record LineFacts(
        VariantId variant,
        Sku sku,
        String name,
        String category,
        Position position,
        Outlook outlook,
        List<Velocity> velocity,
        Supply supply,
        List<Elsewhere> elsewhere,
        List<OtherSupplier> others) {

    LineFacts {
        velocity = List.copyOf(velocity);
        elsewhere = List.copyOf(elsewhere);
        others = List.copyOf(others);
    }

    OrderPlan plan(LocalDate today) {
        return OrderPlan.of(position.holding(), outlook.demand(), supply.terms(), today);
    }

    /// What is there, coming and promised.
    record Position(Quantity onHand, Quantity committed, Quantity inTransit, Quantity onOrder, Instant asOf) {

        Quantity available() {
            return onHand.minus(committed);
        }

        Quantity inventoryPosition() {
            return available().plus(inTransit).plus(onOrder);
        }

        OrderPlan.Holding holding() {
            return new OrderPlan.Holding(available(), inventoryPosition());
        }
    }

    /// What the forecast says.
    ///
    /// @param model which models made it
    /// @param historyFrom the first day that it learnt from; null if there was none
    /// @param historyDays how many days it learnt from
    /// @param levelAsked at which level it was asked so that the service level is kept; null where
    /// nothing has shown that the two differ
    record Outlook(
            DemandFigures demand,
            String model,
            Instant madeAt,
            @Nullable LocalDate historyFrom,
            int historyDays,
            @Nullable Double levelAsked) {}

    /// Units sold in the last days, today included.
    ///
    /// @param knownDays of how many of these days we know anything; the rest is not zero but unknown
    record Velocity(int days, Quantity units, int knownDays) {}

    /// On which terms it is bought, and how it should be kept.
    ///
    /// @param contractPrice what was agreed; null if nothing was
    /// @param turnoverClass A, B or C: its rank by turnover, which sets the service level
    record Supply(
            OrderPlan.Terms terms,
            UnitCost unitCost,
            @Nullable UnitCost contractPrice,
            boolean nonStandard,
            String turnoverClass) {}

    /// Where there is more than is needed.
    ///
    /// @param surplus what can go without that location falling to its own reorder point before its
    /// next review
    /// @param reorderPoint that location's own
    /// @param transfer the number that a transfer from there would have
    record Elsewhere(
            LocationId location,
            String name,
            Quantity surplus,
            Quantity available,
            Quantity reorderPoint,
            TransferId transfer,
            Instant asOf) {}

    record OtherSupplier(SupplierId supplier, String name, UnitCost unitCost, int leadTimeDays, boolean approved) {}
}
