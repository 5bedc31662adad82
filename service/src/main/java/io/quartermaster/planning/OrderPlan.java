package io.quartermaster.planning;

import io.quartermaster.planning.OrderQuantity.Packs;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What one variant at one location needs: its levels, how much to order, and until when.
///
/// @param due whether the inventory position is at or below the reorder point, and something is
/// missing to the order-up-to level
/// @param order what to order now; nothing if it is not due
/// @param stockOut the day on which the shelf runs dry without an order; null if not in sight
public record OrderPlan(
        Quantity reorderPoint,
        Quantity safetyStock,
        Quantity orderUpTo,
        boolean due,
        OrderQuantity order,
        @Nullable LocalDate stockOut) {

    private static final int SHOWN_DECIMALS = 1;

    /// How a retailer wants it: what service, at what costs, within which cover.
    ///
    /// @param serviceLevel the wanted chance of no stock-out in one cycle
    public record Terms(double serviceLevel, Costs costs, OrderUpTo.Cover cover, Packs packs) {

        public Terms {
            Figures.requireChance("serviceLevel", serviceLevel);
        }

        public String serviceLevelInWords() {
            return String.format(Locale.ROOT, "%.1f %%", serviceLevel * 100);
        }
    }

    /// What is there and what is coming.
    ///
    /// @param available on hand and not promised
    /// @param inventoryPosition available, plus on order and in transit
    public record Holding(Quantity available, Quantity inventoryPosition) {}

    /// Works out the levels and the order, on the business day `today`.
    public static OrderPlan of(Holding holding, DemandFigures demand, Terms terms, LocalDate today) {
        double point = ReorderPoint.units(demand.protection(), terms.serviceLevel());
        double upTo = OrderUpTo.units(demand.protection(), point, terms.costs(), terms.cover());
        double position = holding.inventoryPosition().toDouble();
        double need = position <= point ? upTo - position : 0;
        var order = OrderQuantity.of(need, terms.packs(), demand.yearly());
        var unit = holding.available().unit();
        var projection = StockProjection.of(today, holding.available().toDouble(), demand.expected(), List.of());
        return new OrderPlan(
                shown(point, unit),
                shown(ReorderPoint.safetyStock(demand.protection(), terms.serviceLevel()), unit),
                shown(upTo, unit),
                order.quantity().amount().signum() > 0,
                order,
                projection.stockOut());
    }

    /// How many units we expect to miss if goods come in on `arrival`.
    public static Quantity missed(Holding holding, DemandFigures demand, LocalDate today, LocalDate arrival) {
        double level = holding.available().toDouble();
        double missed = 0;
        for (int i = 0; i < demand.expected().size() && today.plusDays(i).isBefore(arrival); i++) {
            double left = level - demand.expected().get(i);
            missed += Math.max(0, -left) - Math.max(0, -level);
            level = left;
        }
        return shown(missed, holding.available().unit());
    }

    /// How much this location can give away: what is left above its own reorder point and the demand
    /// until its next review, in whole units, and never what is only on its way.
    public static Quantity surplus(Holding holding, DemandFigures demand, double serviceLevel, int reviewDays) {
        double keep = ReorderPoint.units(demand.protection(), serviceLevel) + demand.daily() * reviewDays;
        double have = Math.min(
                holding.available().toDouble(), holding.inventoryPosition().toDouble());
        return new Quantity(
                BigDecimal.valueOf(Math.max(0, Math.floor(have - keep))),
                holding.available().unit());
    }

    /// A figure for people: one decimal.
    private static Quantity shown(double units, Unit unit) {
        return new Quantity(BigDecimal.valueOf(units).setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP), unit);
    }
}
