package io.quartermaster.forecasting;

import java.util.Random;

/// Draws courses that demand may take, day by day, such that single days and the days together
/// are as uncertain as the forecast says.
///
/// All days of a path share one chance of "a good time or a bad one" and each has one of its
/// own. How much is shared follows from how uncertain the days together are beyond the days
/// each for itself:
///
/// ```
/// ρ = (variance of the sum - Σ variances) / ((Σ deviations)² - Σ variances),   between 0 and 1
/// demand(day) = quantile(day, Φ(√ρ · shared + √(1-ρ) · own))
/// ```
///
/// Source: M. C. Cario, B. L. Nelson, "Modeling and generating random vectors with arbitrary
/// marginal distributions and correlation matrix" (NORTA), Northwestern University 1997.
final class DemandPaths {

    private static final double FAR = 8;
    private static final double NEARLY_ONE = 1 - 1e-12;

    private DemandPaths() {}

    static double[][] draw(Forecast forecast, int count, long seed) {
        int days = forecast.horizon();
        double shared = shared(forecast, days);
        var random = new Random(seed);
        var paths = new double[count][days];
        for (var path : paths) {
            double together = random.nextGaussian() * Math.sqrt(shared);
            for (int day = 0; day < days; day++) {
                double chance = normal(together + random.nextGaussian() * Math.sqrt(1 - shared));
                path[day] = forecast.quantile(day, Math.clamp(chance, 1 - NEARLY_ONE, NEARLY_ONE));
            }
        }
        return paths;
    }

    private static double shared(Forecast forecast, int days) {
        double variances = 0;
        double deviations = 0;
        for (int day = 0; day < days; day++) {
            double deviation = forecast.over(day, 1).deviation();
            variances += deviation * deviation;
            deviations += deviation;
        }
        double all = forecast.over(0, days).deviation();
        double room = deviations * deviations - variances;
        return room > 0 ? Math.clamp((all * all - variances) / room, 0, 1) : 0;
    }

    /// The normal distribution's chance, by the gamma distribution that its square follows.
    private static double normal(double z) {
        double within = GammaDistribution.chanceBelow(0.5, Math.min(z * z, FAR * FAR) / 2);
        return z < 0 ? (1 - within) / 2 : (1 + within) / 2;
    }
}
