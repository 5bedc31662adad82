package io.quartermaster.planning;

/// How much to keep for bad luck: stock that covers demand and deliveries turning out worse than
/// expected.
///
/// ```
/// safetyStock = z · √( leadTime · σ_demand²  +  demand² · σ_leadTime² )
/// ```
///
/// Assumes that demand and lead time are independent and near enough normal. For slow sellers
/// (fewer than one sale in two days) they are not: use the forecast's own quantile instead, as
/// [ReorderPoint] does.
///
/// Not to be confused with a *channel buffer*, which hides the last few units from the web shop
/// and has no formula.
///
/// Source: P. L. King, "Crack the Code: Understanding Safety Stock and Mastering Its Equations",
/// APICS Magazine, July/August 2011 (combined demand and lead-time variability).
public final class SafetyStock {

    private SafetyStock() {}

    /// Computes the safety stock of one variant at one location.
    ///
    /// @param z standard score of the wanted cycle service level: 1.645 for 95 %
    /// @return units, not rounded: rounding to whole packs is the order quantity's business
    /// @throws IllegalArgumentException if `z` is negative or not a number
    public static double units(double z, DailyDemand demand, LeadTime leadTime) {
        Figures.requireZeroOrMore("z", z);

        var demandVariance = leadTime.meanDays * square(demand.deviationUnits);
        var leadTimeVariance = square(demand.meanUnits) * square(leadTime.deviationDays);
        return z * Math.sqrt(demandVariance + leadTimeVariance);
    }

    /// What is sold on an average day, and how far days differ.
    ///
    /// @param deviationUnits standard deviation of a day's demand
    public record DailyDemand(double meanUnits, double deviationUnits) {

        public DailyDemand {
            Figures.requireZeroOrMore("meanUnits", meanUnits);
            Figures.requireZeroOrMore("deviationUnits", deviationUnits);
        }
    }

    /// How long an order takes to become sellable stock, as measured, and how far orders differ.
    ///
    /// @param deviationDays standard deviation of the lead time
    public record LeadTime(double meanDays, double deviationDays) {

        public LeadTime {
            Figures.requireZeroOrMore("meanDays", meanDays);
            Figures.requireZeroOrMore("deviationDays", deviationDays);
        }
    }

    private static double square(double value) {
        return value * value;
    }
}
