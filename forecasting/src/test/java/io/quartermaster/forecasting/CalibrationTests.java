package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The 95 % quantile of a week's demand covers demand in 95 weeks of a hundred: checked on shops
/// whose true demand is known, because it was drawn.
class CalibrationTests {

    private static final int SHOPS = 600;
    private static final int DAYS = 364;
    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);

    @ParameterizedTest(name = "Poisson, {0} a day, over {1} days")
    @CsvSource({"0.1, 14", "0.5, 7", "2, 7", "8, 3", "30, 7", "5, 28"})
    void coversPoissonDemand(double mean, int window) {
        covers(window, random -> poisson(random, mean));
    }

    @ParameterizedTest(name = "negative binomial, {0} a day, size {1}, over {2} days")
    @CsvSource({"1, 0.5, 7", "5, 1, 7", "5, 1, 1", "20, 2, 14", "3, 0.3, 7"})
    void coversNegativeBinomialDemand(double mean, double size, int window) {
        covers(window, random -> poisson(random, gamma(random, size) * mean / size));
    }

    /// Whole units may cover more than 95 %, never much less.
    private static void covers(int window, ToIntFunction<Random> demand) {
        var random = new Random(95);
        int covered = 0;
        double chance = 0;
        for (int shop = 0; shop < SHOPS; shop++) {
            var history = new double[DAYS];
            for (int day = 0; day < DAYS; day++) {
                history[day] = demand.applyAsInt(random);
            }
            int came = 0;
            for (int day = 0; day < window; day++) {
                came += demand.applyAsInt(random);
            }
            var said = Forecaster.standard()
                    .forecast(DemandSeries.daily(MONDAY, history), window)
                    .over(0, window);
            covered += came <= said.quantile(0.95) ? 1 : 0;
            chance += came < said.quantile(0.95) ? 1 : 0;
        }
        assertThat((double) covered / SHOPS).as("covered").isBetween(0.925, 1.0);
        assertThat(chance / SHOPS).as("covered without the last unit").isLessThan(0.975);
    }

    /// Knuth's product of uniforms, in parts of 20 so that it does not underflow.
    private static int poisson(Random random, double mean) {
        int count = 0;
        for (double left = mean; left > 0; left -= 20) {
            double limit = Math.exp(-Math.min(left, 20));
            double product = random.nextDouble();
            while (product > limit) {
                product *= random.nextDouble();
                count++;
            }
        }
        return count;
    }

    /// Marsaglia and Tsang 2000; for shapes below one lifted by a power of a uniform.
    private static double gamma(Random random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        while (true) {
            double normal = random.nextGaussian();
            double v = Math.pow(1 + normal / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(random.nextDouble()) < normal * normal / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
