package io.quartermaster.forecasting;

import static io.quartermaster.forecasting.Stubborn.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CombinationTests {

    private static LearnableDemand seen(double... demand) {
        return LearnableDemand.of(DemandSeries.daily(LocalDate.of(2026, 1, 5), demand));
    }

    /// Demand that goes 8, 12, 8, 12: a forecast of 10 errs by 4 squared, one of 10 + x by 4 + x².
    private static Backtest backtest(List<ForecastModel> models, int days) {
        var demand = new double[days];
        for (int i = 0; i < days; i++) {
            demand[i] = i % 2 == 0 ? 8 : 12;
        }
        return new Backtest(models, Frequency.DAILY, seen(demand), 28);
    }

    private static double ahead(List<ForecastModel> models, int days) {
        var backtest = backtest(models, days);
        return Combination.of(backtest, models).ahead(backtest, 1)[0];
    }

    /// By hand: mean squared errors 4 and 4.64, so weights 1 and (4/4.64)² = 0.743; the mean is
    /// (10 + 0.743 · 10.8) / 1.743 = 10.341.
    @Test
    void listensMoreToWhoErredLess() {
        assertThat(ahead(List.of(saying(10), saying(10.8)), 200)).isCloseTo(10.341, within(0.01));
    }

    /// By hand: an error of 4 + 1.5² = 6.25 is more than 1.3 times 4.
    @Test
    void doesNotListenToWhoWasClearlyWorse() {
        List<ForecastModel> models = List.of(saying(10), saying(11.5));

        assertThat(ahead(models, 200)).isEqualTo(10);
        assertThat(Combination.of(backtest(models, 200), models).names(models)).isEqualTo("says 10.0");
    }

    @Test
    void listensToTheYardstickOnlyWhereNoneBeatsIt() {
        assertThat(ahead(List.of(new Stubborn(10.5, true), saying(10)), 200)).isEqualTo(10);
        assertThat(ahead(List.of(new Stubborn(10, true), saying(15)), 200)).isEqualTo(10);
    }

    @Test
    void listensToAllAlikeWhereNothingCouldBeTried() {
        assertThat(ahead(List.of(saying(10), saying(20), new Stubborn(90, true)), 0))
                .isEqualTo(15);
    }

    @Test
    void makesDoWithAYardstickAlone() {
        assertThat(ahead(List.of(new Stubborn(7, true)), 0)).isEqualTo(7);
    }

    @Test
    void asksEachModelAsOfTheOriginAndNoLater() {
        var demand = new double[100];
        Arrays.setAll(demand, day -> day);
        var backtest = new Backtest(List.of(new SeasonalNaive()), Frequency.DAILY, seen(demand), 28);

        assertThat(backtest.originCount()).isEqualTo(Backtest.ORIGINS_MAX);
        for (int origin = 0; origin < backtest.originCount(); origin++) {
            for (int step = 0; step < 7; step++) {
                assertThat(backtest.came(origin)[step] - backtest.said(origin, 0)[step])
                        .isEqualTo(7);
            }
        }
    }
}
