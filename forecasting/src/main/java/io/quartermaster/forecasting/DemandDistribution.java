package io.quartermaster.forecasting;

/// The distribution of demand with a given mean and variance: where its quantiles lie.
///
/// For whole units it is the negative binomial where the variance exceeds the mean, the Poisson
/// where they are equal, and the binomial where the variance is less. All three are summed by one
/// recursion, `p(k) = (a + b/k) · p(k-1)`. For weighed goods, and for means so large that whole
/// units hardly show, it is the gamma distribution with the same mean and variance.
///
/// Source: H. H. Panjer, "Recursive evaluation of a family of compound distributions", ASTIN
/// Bulletin 12 (1981) 22-26; negative binomial demand: N. S. Agrawal, S. A. Smith, "Estimating
/// negative binomial demand for retail inventory management with unobservable lost sales", Naval
/// Research Logistics 43 (1996) 839-861.
final class DemandDistribution {

    private static final double COUNT_MEAN_MAX = 400;
    private static final int COUNT_TERMS_MAX = 20_000;
    private static final double LOG_TINY = -600;
    private static final double NO_MORE = 1e-17;
    private static final double NEARLY_POISSON = 1e-6;

    private DemandDistribution() {}

    /// The least demand that is not exceeded with chance `p`.
    static double quantile(double mean, double variance, boolean counted, double p) {
        if (mean <= 0) {
            return 0;
        }
        double quantile = counted && mean <= COUNT_MEAN_MAX ? countedQuantile(mean, variance, p) : Double.NaN;
        if (!Double.isNaN(quantile)) {
            return quantile;
        }
        double smooth = variance > 0 ? GammaDistribution.quantile(mean * mean / variance, variance / mean, p) : mean;
        return counted ? Math.ceil(smooth - 0.5) : smooth;
    }

    /// The quantile by the recursion; `NaN` where its first term is too small to begin with.
    private static double countedQuantile(double mean, double variance, double p) {
        double a;
        double b;
        double logZero;
        if (Math.abs(variance - mean) <= NEARLY_POISSON * mean) {
            a = 0;
            b = mean;
            logZero = -mean;
        } else if (variance > mean) {
            double size = mean * mean / (variance - mean);
            a = mean / (size + mean);
            b = (size - 1) * a;
            logZero = -size * Math.log1p(mean / size);
        } else {
            // Whole trials: the fewest that reach the mean with no more than this variance's luck.
            double trials = Math.ceil(mean / (1 - variance / mean) - NEARLY_POISSON);
            double chance = mean / trials;
            if (chance >= 1 - NEARLY_POISSON) {
                return Math.rint(mean);
            }
            a = -chance / (1 - chance);
            b = -(trials + 1) * a;
            logZero = trials * Math.log1p(-chance);
        }
        return logZero < LOG_TINY ? Double.NaN : summedUp(a, b, Math.exp(logZero), p);
    }

    private static double summedUp(double a, double b, double zero, double p) {
        double term = zero;
        double sum = zero;
        int k = 0;
        while (sum < p && k < COUNT_TERMS_MAX) {
            k++;
            term *= a + b / k;
            if (term < NO_MORE && sum > 0.5) { // past the last trial, or a tail too thin to add up
                return k;
            }
            sum += term;
        }
        return sum >= p ? k : Double.NaN;
    }
}
