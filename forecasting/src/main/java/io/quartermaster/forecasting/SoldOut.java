package io.quartermaster.forecasting;

/// How much was asked for where the shelf ran dry: at least what was sold, and how much more
/// follows from what is usual.
///
/// ```
/// hour known:    sold + (1 - share of the day's demand before that hour) · usual
/// hour unknown: E[demand | demand ≥ sold], demand with the usual mean and the history's spread
/// ```
///
/// Each model puts its own forecast in for what is usual, and learns from the outcome: one step
/// of expectation and maximisation a period. Nothing is taken to exceed the most that was ever
/// sold: what sells out every day says only "more", not how much.
///
/// Source: N. S. Agrawal, S. A. Smith, "Estimating negative binomial demand for retail inventory
/// management with unobservable lost sales", Naval Research Logistics 43 (1996) 839-861; A. P.
/// Dempster, N. M. Laird, D. B. Rubin, "Maximum likelihood from incomplete data via the EM
/// algorithm", Journal of the Royal Statistical Society B 39 (1977) 1-38.
///
/// @param spread variance of demand over its mean
/// @param most the most units that were ever sold in a period
/// @param counted true if demand comes in whole units
record SoldOut(double spread, double most, boolean counted) {

    private static final double COUNT_MEAN_MAX = 400;
    private static final double CHANCE_LEAST = 1e-9;

    /// What a model shall take for the demand of a period.
    ///
    /// @param share of a period's demand that usually comes before the shelf was empty; `NaN` where
    /// nobody knows
    double demand(double sold, double share, double usual) {
        if (!Double.isNaN(share)) {
            return sold + (1 - share) * usual;
        }
        double expected = usual > 0 ? expectedAtLeast(sold, usual) : sold;
        return Math.max(sold, Math.min(expected, Math.max(most, usual)));
    }

    private double expectedAtLeast(double sold, double usual) {
        var counts = CountRecursion.of(usual, Math.max(usual, spread * usual));
        return counted && usual <= COUNT_MEAN_MAX && counts.canStart()
                ? counted(counts, sold, usual)
                : smooth(sold, usual);
    }

    /// What is left of the mean when the chances below `sold` are taken out.
    private static double counted(CountRecursion counts, double sold, double usual) {
        double term = counts.zero();
        double chance = 1;
        double mean = usual;
        for (int k = 0; k < sold && chance > CHANCE_LEAST; k++) {
            chance -= term;
            mean -= k * term;
            term *= counts.a() + counts.b() / (k + 1);
        }
        return chance > CHANCE_LEAST ? mean / chance : sold;
    }

    /// The same for a gamma distribution: its mean beyond a point is its mean times the tail of the
    /// gamma distribution with one more in shape, over its own tail.
    private double smooth(double sold, double usual) {
        double scale = Math.max(spread, CHANCE_LEAST);
        double shape = usual / scale;
        double tail = 1 - GammaDistribution.chanceBelow(shape, sold / scale);
        double more = 1 - GammaDistribution.chanceBelow(shape + 1, sold / scale);
        return tail > CHANCE_LEAST ? usual * more / tail : sold;
    }
}
