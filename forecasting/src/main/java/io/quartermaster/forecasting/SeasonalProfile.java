package io.quartermaster.forecasting;

import java.util.Arrays;

/// How much more or less than usual each weekday sells, learnt on the way.
///
/// A raw factor is demand over level, both summed over that weekday and slowly forgotten. With
/// few sales it is mostly luck, so it is pulled towards one, the more so the noisier the series
/// is and the less the weekdays differ beyond luck:
///
/// ```
/// factor = (Σ demand + c) / (Σ level + c),   c = dispersion / variance of the true factors
/// ```
///
/// Source: the gamma-Poisson shrinkage of N. Breslow, D. Clayton and others; the moment estimate
/// of the prior as in B. Efron, C. Morris, "Stein's estimation rule and its competitors", Journal
/// of the American Statistical Association 68 (1973) 117-130.
final class SeasonalProfile {

    private static final double KEEP = 0.98;
    private static final double KEEP_NOISE = 0.99;
    private static final double VARIANCE_LEAST = 0.002;
    private static final double VARIANCE_MOST = 1.0;

    private final double[] demand;
    private final double[] level;
    private final double[] factors;
    private double errorSquares;
    private double expected;
    private int observed;

    /// A profile of weekdays; of nothing where periods are longer. A year's pattern takes many
    /// years to tell from luck: models that may be weighed against flat ones look for it instead.
    static SeasonalProfile of(Frequency frequency) {
        return new SeasonalProfile(frequency == Frequency.DAILY ? frequency.season() : 1);
    }

    private SeasonalProfile(int season) {
        demand = new double[season];
        level = new double[season];
        factors = new double[season];
        Arrays.fill(factors, 1);
    }

    int season() {
        return factors.length;
    }

    double factor(int phase) {
        return factors[phase];
    }

    /// Learns from one period: `units` were asked for where the level alone promised `usual`.
    void observe(int phase, double units, double usual) {
        demand[phase] = KEEP * demand[phase] + units;
        level[phase] = KEEP * level[phase] + usual;
        double promised = usual * factors[phase];
        double error = units - promised;
        errorSquares = KEEP_NOISE * errorSquares + error * error;
        expected = KEEP_NOISE * expected + promised;
        observed++;
        // Once a season is often enough, and the factors then all stem from the same sums.
        if (factors.length > 1 && observed % factors.length == 0 && observed >= 2 * factors.length) {
            refresh();
        }
    }

    private void refresh() {
        double dispersion = expected > 0 ? errorSquares / expected : 0;
        double pull = dispersion / varianceBeyondLuck(dispersion);
        double sum = 0;
        for (int i = 0; i < factors.length; i++) {
            double below = level[i] + pull;
            factors[i] = below > 0 ? (demand[i] + pull) / below : 1;
            sum += factors[i];
        }
        for (int i = 0; i < factors.length; i++) {
            factors[i] = sum > 0 ? factors[i] * factors.length / sum : 1;
        }
    }

    /// Variance of the raw factors, less what luck alone would give them.
    private double varianceBeyondLuck(double dispersion) {
        double beyond = 0;
        int known = 0;
        for (int i = 0; i < factors.length; i++) {
            if (level[i] > 0) {
                double off = demand[i] / level[i] - 1;
                beyond += off * off - dispersion / level[i];
                known++;
            }
        }
        return known == 0 ? VARIANCE_LEAST : Math.clamp(beyond / known, VARIANCE_LEAST, VARIANCE_MOST);
    }
}
