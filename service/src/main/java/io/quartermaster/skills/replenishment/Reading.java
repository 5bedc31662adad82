package io.quartermaster.skills.replenishment;

import io.quartermaster.books.stock.StockPosition;
import io.quartermaster.planning.OrderPlan;
import io.quartermaster.retail.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/// One variant at one location, read from all the books, with its levels.
///
/// @param today the business day there
record Reading(
        Served served,
        StockPosition position,
        LineFacts.Outlook outlook,
        LineFacts.Supply supply,
        LocalDate today,
        OrderPlan plan) {

    static Reading of(
            Served served,
            StockPosition position,
            LineFacts.Outlook outlook,
            LineFacts.Supply supply,
            LocalDate today) {
        var plan = OrderPlan.of(holding(position), outlook.demand(), supply.terms(), today);
        return new Reading(served, position, outlook, supply, today, plan);
    }

    LineFacts.Position figures() {
        return new LineFacts.Position(
                position.onHand(), position.committed(), position.inTransit(), position.onOrder(), position.asOf());
    }

    /// What it could give to another location.
    Quantity surplus() {
        return OrderPlan.surplus(
                holding(position),
                outlook.demand(),
                supply.terms().serviceLevel(),
                served.supplier().reviewPeriodDays());
    }

    /// What it turns over a year, at cost.
    BigDecimal turnover() {
        var yearly = BigDecimal.valueOf(outlook.demand().yearly()).setScale(2, RoundingMode.HALF_UP);
        return yearly.multiply(supply.unitCost().amount());
    }

    private static OrderPlan.Holding holding(StockPosition position) {
        return new OrderPlan.Holding(position.availableToSell(), position.inventoryPosition());
    }
}
