package io.quartermaster.planning;

import io.quartermaster.planning.SafetyStock.DailyDemand;
import io.quartermaster.planning.SafetyStock.LeadTime;
import io.quartermaster.retail.Quantity;
import java.util.ArrayList;
import java.util.List;

/// Answers a till that asks what to reorder and tells all that it knows itself: stock, average
/// sales, lead time.
///
/// ```
/// demand   = dailySales · max(horizon, leadTime)
/// needed   = demand + safetyStock − stock
/// quantity = ⌈needed⌉, in whole packs
/// ```
///
/// A till tells an average and no deviation, so days are taken to differ as counted customers do
/// (Poisson: the deviation is the root of the mean), at 95 % service.
///
/// @param needed units before rounding; zero if there is enough
/// @param daysLeft how long the stock lasts; infinite if nothing is sold
public record ReorderPrediction(
        String sku,
        Quantity suggestedQuantity,
        double needed,
        double demandOverHorizon,
        double safetyStock,
        double daysLeft,
        List<String> warnings) {

    /// The name of the warning that the shelf will be empty before an order made now comes in.
    public static final String STOCK_OUT_BEFORE_ARRIVAL = "stock-out before arrival";

    private static final double Z_95_PERCENT = 1.645;
    private static final int HORIZON_DAYS_MAX = 730;

    public ReorderPrediction {
        warnings = List.copyOf(warnings);
    }

    /// One variant at one shop, as the till tells it.
    ///
    /// @param currentStock may be negative, if the till oversold
    public record Ask(String sku, double currentStock, double dailySales, double leadTimeDays) {

        public Ask {
            Figures.requireZeroOrMore("daily_sales_avg_7d", dailySales);
            Figures.requireZeroOrMore("lead_time_days", leadTimeDays);
            if (!Double.isFinite(currentStock)) {
                throw new IllegalArgumentException("The current_stock (%s) must be a number.".formatted(currentStock));
            }
        }
    }

    /// Works out one recommendation.
    ///
    /// @param packs what the supplier sells, as far as we know; singly if we do not
    /// @throws IllegalArgumentException if the horizon is not 1 to 730 days, or a figure is absurd
    public static ReorderPrediction of(Ask ask, OrderQuantity.Packs packs, int horizonDays) {
        if (horizonDays < 1 || horizonDays > HORIZON_DAYS_MAX) {
            throw new IllegalArgumentException(
                    "The forecast_horizon_days (%d) must be 1 to %d.".formatted(horizonDays, HORIZON_DAYS_MAX));
        }
        double demand = ask.dailySales() * Math.max(horizonDays, ask.leadTimeDays());
        double safety = SafetyStock.units(
                Z_95_PERCENT,
                new DailyDemand(ask.dailySales(), Math.sqrt(ask.dailySales())),
                new LeadTime(ask.leadTimeDays(), 0));
        double needed = Math.max(0, demand + safety - ask.currentStock());
        var order = OrderQuantity.of(needed, packs, ask.dailySales() * 365);
        return new ReorderPrediction(
                ask.sku(), order.quantity(), needed, demand, safety, daysLeft(ask), warnings(ask, order));
    }

    private static double daysLeft(Ask ask) {
        double stock = Math.max(0, ask.currentStock());
        return ask.dailySales() == 0 ? Double.POSITIVE_INFINITY : stock / ask.dailySales();
    }

    private static List<String> warnings(Ask ask, OrderQuantity order) {
        var warnings = new ArrayList<String>();
        if (daysLeft(ask) < ask.leadTimeDays()) {
            warnings.add(STOCK_OUT_BEFORE_ARRIVAL);
        }
        if (order.moreThanAYear()) {
            warnings.add("minimum order is more than a year's demand");
        }
        return warnings;
    }
}
