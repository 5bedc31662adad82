package io.quartermaster.planning;

/// How far an order should lift the inventory position: as much as makes holding, lacking and
/// ordering together cheapest.
///
/// ```
/// batch     = √( 2 · demand · cycleCost / holding )
/// cycleCost = orderLineCost + stockOutCost · shortage(reorderPoint)
/// ratio     = stockOutCost · demand / (stockOutCost · demand + holding · batch)
/// orderUpTo = max( reorderPoint, quantile(protection demand, ratio) ) + batch
/// ```
///
/// `demand` and `holding` are per day. A dearer shelf makes the order smaller, a dearer stock-out
/// makes it larger. The batch is kept between the demand of the shortest and of the longest
/// cover.
///
/// Source: the first step of the continuous-review model with lost sales, G. Hadley, T. M.
/// Whitin, "Analysis of Inventory Systems", 1963, chapter 4; the ratio is the newsvendor's.
public final class OrderUpTo {

    private OrderUpTo() {}

    /// The bounds of a batch, in days of demand.
    public record Cover(int daysMin, int daysMax) {

        public Cover {
            if (daysMin < 1 || daysMax < daysMin) {
                throw new IllegalArgumentException(
                        "The cover (%d to %d days) must be at least a day, and not fall.".formatted(daysMin, daysMax));
            }
        }
    }

    /// @param protection demand over lead time and review period
    /// @param reorderPoint the level at which it is ordered
    /// @return units, not rounded; the reorder point itself if nothing is expected to be sold
    public static double units(DemandOutlook protection, double reorderPoint, Costs costs, Cover cover) {
        double batch = batch(protection, reorderPoint, costs, cover);
        double ratio = criticalRatio(protection.daily(), batch, costs);
        double safe = ratio > 0 && ratio < 1 ? protection.quantile(ratio) : reorderPoint;
        return Math.max(reorderPoint, safe) + batch;
    }

    static double batch(DemandOutlook protection, double reorderPoint, Costs costs, Cover cover) {
        double daily = protection.daily();
        double holding = costs.holdingPerUnitAndDay();
        double most = daily * cover.daysMax();
        if (holding == 0) {
            return most;
        }
        double cycleCost = costs.orderLineCost() + costs.stockOutCost() * protection.shortage(reorderPoint);
        double cheapest = Math.sqrt(2 * daily * cycleCost / holding);
        return Math.clamp(cheapest, daily * cover.daysMin(), most);
    }

    private static double criticalRatio(double daily, double batch, Costs costs) {
        double lacking = costs.stockOutCost() * daily;
        double both = lacking + costs.holdingPerUnitAndDay() * batch;
        return both == 0 ? 0 : lacking / both;
    }
}
