package io.quartermaster.forecasting;

/// What will be asked for over a stretch of periods taken together, such as the lead time and the
/// time to the next review.
///
/// A reorder point *is* a quantile of this. It needs nothing but its three values: keep them, and
/// the same quantile comes out years later.
///
/// @param mean units expected; zero or more
/// @param deviation standard deviation of demand around that, forecast errors seen in the past
/// included; zero or more
/// @param counted true if demand comes in whole units, and quantiles shall
public record WindowDemand(double mean, double deviation, boolean counted) {

    /// Checks that both figures are finite and not negative.
    ///
    /// @throws IllegalArgumentException if one of them is not
    public WindowDemand {
        Chance.requireZeroOrMore("mean", mean);
        Chance.requireZeroOrMore("deviation", deviation);
    }

    /// The least number of units that covers the demand with chance `p`.
    ///
    /// @param p between zero and one, both excluded
    /// @throws IllegalArgumentException if `p` is anything else
    public double quantile(double p) {
        return DemandDistribution.quantile(mean, deviation * deviation, counted, Chance.require(p));
    }

    /// Several quantiles at once, in little more time than one takes.
    ///
    /// @param ascending chances between zero and one, both excluded, the least first
    /// @throws IllegalArgumentException if one is anything else, or less than the one before
    public double[] quantiles(double... ascending) {
        return DemandDistribution.quantiles(mean, deviation * deviation, counted, Chance.requireAscending(ascending));
    }

    /// The chance that `units` are enough: 0.8 means that in one of five such windows they are not.
    ///
    /// @param units what there is; less than nothing covers nothing
    /// @throws IllegalArgumentException if `units` is not a number
    public double chanceCoveredBy(double units) {
        if (Double.isNaN(units)) {
            throw new IllegalArgumentException("The units (NaN) must be a number.");
        }
        return DemandDistribution.chanceAtMost(mean, deviation * deviation, counted, units);
    }
}
