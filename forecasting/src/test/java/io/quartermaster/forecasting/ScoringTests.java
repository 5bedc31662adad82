package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoringTests {

    private static BacktestScore scoreOf(double said, IntToDoubleFunction demand) {
        var history = IntStream.range(0, 364).mapToDouble(demand).toArray();
        return Forecaster.of(List.of(Stubborn.saying(said)))
                .forecast(DemandSeries.daily(LocalDate.of(2025, 1, 6), history), 28)
                .score();
    }

    /// By hand: demand goes 8, 12, 8, 12 and the forecast is 8. It is 0 or 4 too low, so 2 in the
    /// mean, and 2 of 10 is a fifth; last week's same day was always off by 4, twice as much.
    @Test
    void saysHowFarAndWhichWayItWasOff() {
        var score = scoreOf(8, day -> day % 2 == 0 ? 8 : 12);

        assertThat(score.bias()).isCloseTo(-0.2, within(0.01));
        assertThat(score.meanAbsoluteScaledError()).isCloseTo(0.5, within(0.02));
    }

    @Test
    void hasNoYardstickWhereEachWeekIsTheSame() {
        assertThat(scoreOf(9, _ -> 10).meanAbsoluteScaledError()).isNaN();
        assertThat(scoreOf(9, _ -> 10).bias()).isCloseTo(-0.1, within(1e-9));
        assertThat(scoreOf(0, _ -> 0).bias()).isNaN();
    }

    @Test
    void countsTheDaysThatItsUpperQuantileCovered() {
        assertThat(scoreOf(10, day -> day % 2 == 0 ? 8 : 12).coverage95()).isEqualTo(1);
        // The forecast is nothing, and so is its upper quantile: covered where nothing came.
        assertThat(scoreOf(0, day -> day % 4 == 0 ? 3 : 0).coverage95()).isCloseTo(0.75, within(0.02));
    }
}
