package io.quartermaster.forecasting;

/// The distribution of demand with a given mean and variance.
///
/// For whole units it is the negative binomial where the variance exceeds the mean, the Poisson
/// where they are equal, and the binomial where the variance is less. For weighed goods, and for
/// means so large that whole units hardly show, it is the gamma distribution with the same mean
/// and variance.
///
/// Source: N. S. Agrawal, S. A. Smith, "Estimating negative binomial demand for retail inventory
/// management with unobservable lost sales", Naval Research Logistics 43 (1996) 839-861.
final class DemandDistribution {

    private static final double COUNT_MEAN_MAX = 400;

    private DemandDistribution() {}

    /// The least demand that is not exceeded with chance `p`.
    static double quantile(double mean, double variance, boolean counted, double p) {
        if (mean <= 0) {
            return 0;
        }
        if (variance <= 0) {
            return counted ? Math.rint(mean) : mean;
        }
        if (counted && mean <= COUNT_MEAN_MAX) {
            var counts = CountRecursion.of(mean, variance);
            double units = counts.canStart() ? counts.quantile(p) : Double.NaN;
            if (!Double.isNaN(units)) {
                return units;
            }
        }
        double smooth = GammaDistribution.quantile(mean * mean / variance, variance / mean, p);
        return counted ? Math.ceil(smooth - 0.5) : smooth;
    }

    /// The same for several chances, the least first.
    static double[] quantiles(double mean, double variance, boolean counted, double[] ascending) {
        var quantiles = new double[ascending.length];
        java.util.Arrays.fill(quantiles, Double.NaN);
        if (counted && mean > 0 && variance > 0 && mean <= COUNT_MEAN_MAX) {
            var counts = CountRecursion.of(mean, variance);
            if (counts.canStart()) {
                counts.quantiles(ascending, quantiles);
            }
        }
        for (int i = 0; i < quantiles.length; i++) {
            if (Double.isNaN(quantiles[i])) {
                quantiles[i] = quantile(mean, variance, counted, ascending[i]);
            }
        }
        return quantiles;
    }

    /// The chance that demand is at most `units`.
    static double chanceAtMost(double mean, double variance, boolean counted, double units) {
        if (units < 0) {
            return 0;
        }
        if (mean <= 0) {
            return 1;
        }
        if (variance <= 0) {
            return units >= quantile(mean, variance, counted, 1) ? 1 : 0;
        }
        if (counted && mean <= COUNT_MEAN_MAX) {
            var counts = CountRecursion.of(mean, variance);
            double chance = counts.canStart() ? counts.chanceAtMost(units) : Double.NaN;
            if (!Double.isNaN(chance)) {
                return chance;
            }
        }
        double bound = counted ? Math.floor(units) + 0.5 : units;
        return GammaDistribution.chanceBelow(mean * mean / variance, bound * mean / variance);
    }
}
