package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The 95 % quantile covers demand in 95 windows of a hundred: checked on shops whose true demand
/// is known, because it was drawn.
class CalibrationTests {

    private static final int SHOPS = 600;
    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);

    @ParameterizedTest(name = "Poisson, {0} a day, {1} days known, over {2} days")
    @CsvSource({
        "0.1, 364, 14",
        "0.5, 364, 7",
        "2, 364, 7",
        "8, 364, 3",
        "30, 364, 7",
        "5, 364, 28",
        "2, 56, 7",
        "2, 21, 7",
        "4, 14, 14",
        "3, 7, 7"
    })
    void coversPoissonDemand(double mean, int known, int window) {
        covers(known, window, random -> Draw.poisson(random, mean));
    }

    @ParameterizedTest(name = "negative binomial, {0} a day, size {1}, {2} days known, over {3} days")
    @CsvSource({"1, 0.5, 364, 7", "5, 1, 364, 7", "5, 1, 364, 1", "20, 2, 364, 14", "3, 0.3, 364, 7", "5, 1, 60, 7"})
    void coversNegativeBinomialDemand(double mean, double size, int known, int window) {
        covers(known, window, random -> Draw.negativeBinomial(random, mean, size));
    }

    /// Whole units may cover more than 95 %, never much less.
    private static void covers(int known, int window, ToIntFunction<Random> demand) {
        var random = new Random(95);
        double covered = 0;
        double coveredWithoutTheLastUnit = 0;
        for (int shop = 0; shop < SHOPS; shop++) {
            var history = new double[known];
            for (int day = 0; day < known; day++) {
                history[day] = demand.applyAsInt(random);
            }
            int came = 0;
            for (int day = 0; day < window; day++) {
                came += demand.applyAsInt(random);
            }
            double said = Forecaster.standard()
                    .forecast(DemandSeries.daily(MONDAY, history), window)
                    .over(0, window)
                    .quantile(0.95);
            covered += came <= said ? 1.0 / SHOPS : 0;
            coveredWithoutTheLastUnit += came < said ? 1.0 / SHOPS : 0;
        }
        assertThat(covered).as("covered").isGreaterThan(0.925);
        assertThat(coveredWithoutTheLastUnit)
                .as("covered without the last unit")
                .isLessThan(0.975);
    }
}
