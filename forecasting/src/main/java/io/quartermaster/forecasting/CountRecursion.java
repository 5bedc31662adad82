package io.quartermaster.forecasting;

/// The chances of 0, 1, 2 … units, each from the one before: `p(k) = (a + b/k) · p(k-1)`.
///
/// Negative binomial, Poisson and binomial are the three distributions of this form.
///
/// Source: H. H. Panjer, "Recursive evaluation of a family of compound distributions", ASTIN
/// Bulletin 12 (1981) 22-26.
///
/// @param zero the chance of no unit at all
record CountRecursion(double a, double b, double zero) {

    private static final int UNITS_MAX = 20_000;
    private static final double TOO_THIN = 1e-17;
    private static final double TINY = 1e-260;
    private static final double NEARLY = 1e-6;

    /// The distribution with this mean and variance: wilder than chance, chance, or tamer.
    static CountRecursion of(double mean, double variance) {
        if (variance > mean * (1 + NEARLY)) {
            double size = mean * mean / (variance - mean);
            double a = mean / (size + mean);
            return new CountRecursion(a, (size - 1) * a, Math.exp(-size * Math.log1p(mean / size)));
        }
        if (variance > mean * (1 - NEARLY)) {
            return new CountRecursion(0, mean, Math.exp(-mean));
        }
        // Binomial: the fewest whole trials that reach the mean with about this variance.
        double trials = Math.ceil(mean / (1 - variance / mean) - NEARLY);
        double chance = Math.min(mean / trials, 1 - NEARLY);
        double odds = chance / (1 - chance);
        return new CountRecursion(-odds, (trials + 1) * odds, Math.exp(trials * Math.log1p(-chance)));
    }

    /// False where the chance of zero is so small that the recursion cannot start from it.
    boolean canStart() {
        return zero > TINY;
    }

    /// The least count that is not exceeded with chance `p`; `NaN` if it lies too far out.
    double quantile(double p) {
        double term = zero;
        double sum = zero;
        int k = 0;
        while (sum < p && k < UNITS_MAX) {
            k++;
            term *= a + b / k;
            if (term < TOO_THIN && sum > 0.5) { // past the last trial, or a tail too thin to add up
                return k;
            }
            sum += term;
        }
        return sum >= p ? k : Double.NaN;
    }

    /// The same for several chances, the least first, in one pass: `NaN` from where it lies too far
    /// out.
    void quantiles(double[] ascending, double[] into) {
        double term = zero;
        double sum = zero;
        int k = 0;
        boolean ended = false;
        for (int i = 0; i < ascending.length; i++) {
            while (!ended && sum < ascending[i] && k < UNITS_MAX) {
                k++;
                term *= a + b / k;
                ended = term < TOO_THIN && sum > 0.5;
                sum += ended ? 0 : term;
            }
            into[i] = ended || sum >= ascending[i] ? k : Double.NaN;
        }
    }

    /// The chance of at most `units`; `NaN` if that lies too far out.
    double chanceAtMost(double units) {
        double term = zero;
        double sum = zero;
        int k = 0;
        while (k + 1 <= units && k < UNITS_MAX) {
            k++;
            term *= a + b / k;
            if (term < TOO_THIN && sum > 0.5) {
                return 1;
            }
            sum += term;
        }
        return k < UNITS_MAX ? Math.min(1, sum) : Double.NaN;
    }
}
