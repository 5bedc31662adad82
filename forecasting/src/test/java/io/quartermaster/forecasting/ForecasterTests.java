package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForecasterTests {

    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);

    private final Forecaster forecaster = Forecaster.standard();

    private Forecast of(double... units) {
        return forecaster.forecast(DemandSeries.daily(MONDAY, units), 28);
    }

    private static double[] days(int count, java.util.function.IntToDoubleFunction units) {
        return IntStream.range(0, count).mapToDouble(units).toArray();
    }

    @Test
    void expectsMoreOnSaturdaysIfSaturdaysSoldMore() {
        var forecast = of(days(182, i -> i % 7 == 5 ? 30 : 10));

        assertThat(forecast.mean(5)).isCloseTo(30, within(1.5));
        assertThat(forecast.mean(0)).isCloseTo(10, within(1.0));
        assertThat(forecast.demandClass()).isEqualTo(DemandClass.SMOOTH);
    }

    /// By hand: a week of six days at 10 and one at 30 has a mean of 90/7 = 12.86; Saturday's
    /// factor is 30/12.86 = 2.33.
    @Test
    void saysWhatTheForecastIsMadeOf() {
        var forecast = of(days(182, i -> i % 7 == 5 ? 30 : 10));

        assertThat(forecast.level()).isCloseTo(12.86, within(0.5));
        assertThat(forecast.weekdayFactors()[5]).isCloseTo(2.33, within(0.1));
        assertThat(Arrays.stream(forecast.weekdayFactors()).average().orElseThrow())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void namesWeekdaysRightlyWhateverDayTheHistoryBegins() {
        var fromThursday = DemandSeries.daily(MONDAY.plusDays(3), days(182, i -> i % 7 == 0 ? 30 : 10));

        assertThat(forecaster.forecast(fromThursday, 7).weekdayFactors()[3]).isCloseTo(2.33, within(0.1));
    }

    @Test
    void doesNotTakeAnEmptyShelfForLackOfDemand() {
        var sold = days(120, i -> i % 3 == 0 ? 0 : 8);
        var outOfStock = new boolean[120];
        for (int i = 0; i < 120; i += 3) {
            outOfStock[i] = true;
        }

        assertThat(forecaster
                        .forecast(DemandSeries.daily(MONDAY, sold, outOfStock), 14)
                        .mean(0))
                .isCloseTo(8, within(0.3));
        assertThat(of(sold).over(0, 14).mean() / 14).isLessThan(6);
    }

    @Test
    void expectsLessAndLessOfWhatHasDied() {
        var forecast = of(days(365, i -> i < 200 ? 3 : 0));

        assertThat(forecast.mean(0)).isLessThan(0.3);
    }

    @Test
    void isBoundedByWhatCouldHaveSoldAfterOneHugeOrder() {
        var random = new Random(3);
        var sold = days(180, _ -> random.nextInt(9));
        var before = of(sold).over(0, 7);
        sold[170] = 10_000;
        var after = of(sold).over(0, 7);

        assertThat(after.mean()).isBetween(before.mean() * 0.5, before.mean() * 2);
        assertThat(after.quantile(0.95)).isLessThan(before.quantile(0.95) * 4);
    }

    @Test
    void ordersForTheLeadTimeAreLessThanTheSumOfBadDays() {
        var random = new Random(5);
        var forecast = of(days(300, _ -> random.nextInt(10)));

        double sumOfBadDays = IntStream.range(0, 7)
                .mapToDouble(day -> forecast.quantile(day, 0.95))
                .sum();
        assertThat(forecast.over(0, 7).quantile(0.95)).isLessThan(sumOfBadDays);
        assertThat(forecast.over(0, 7).mean())
                .isCloseTo(Arrays.stream(forecast.means()).limit(7).sum(), within(1e-9));
    }

    /// By hand: deviation² grows by (mean of a day · 2)².
    @Test
    void keepsMoreForASupplierWhoIsLateAtTimes() {
        var random = new Random(5);
        var forecast = of(days(300, _ -> random.nextInt(10)));
        var punctual = forecast.overLeadTime(7, 0);
        var lateAtTimes = forecast.overLeadTime(7, 2);

        assertThat(punctual).isEqualTo(forecast.over(0, 7));
        assertThat(lateAtTimes.mean()).isEqualTo(punctual.mean());
        assertThat(lateAtTimes.deviation())
                .isCloseTo(Math.hypot(punctual.deviation(), punctual.mean() / 7 * 2), within(1e-9));
        assertThat(lateAtTimes.quantile(0.95)).isGreaterThan(punctual.quantile(0.95));
    }

    @Test
    void isSurerAfterAYearThanAfterThreeDays() {
        var random = new Random(11);
        var year = of(days(365, _ -> 3 + random.nextInt(3))).over(0, 7);
        var threeDays = of(3, 4, 5).over(0, 7);

        assertThat(threeDays.deviation() / threeDays.mean()).isGreaterThan(2 * year.deviation() / year.mean());
    }

    @Test
    void expectsNothingOfWhatNeverSold() {
        for (var forecast : List.of(of(), of(0), of(new double[400]), of(Double.NaN), of(-3, -1))) {
            assertThat(forecast.over(0, 28).quantile(0.99)).isZero();
            assertThat(forecast.model()).isEqualTo("none");
            assertThat(forecast.demandClass()).isEqualTo(DemandClass.NONE);
        }
    }

    @Test
    void givesTheSameBitsEachTime() {
        var random = new Random(1);
        var sold = days(365, _ -> random.nextInt(4));

        assertThat(of(sold).means()).containsExactly(of(sold).means());
        assertThat(of(sold).over(0, 9)).isEqualTo(of(sold).over(0, 9));
        assertThat(of(sold).score()).isEqualTo(of(sold).score());
    }

    @Test
    void doesNotHangOnHowFarAheadItIsAsked() {
        var random = new Random(1);
        var series = DemandSeries.daily(MONDAY, days(365, _ -> random.nextInt(4)));

        assertThat(forecaster.forecast(series, 1).horizon()).isEqualTo(1);
        assertThat(forecaster.forecast(series, 1).mean(0))
                .isCloseTo(forecaster.forecast(series, 90).mean(0), within(0.2));
    }

    /// Single days and the sum of all must stray as the forecast says they do.
    @Test
    void drawsPathsThatStrayAsItSays() {
        var random = new Random(8);
        var forecast = forecaster.forecast(
                DemandSeries.daily(MONDAY, days(365, day -> (day / 90 % 2 == 0 ? 4 : 9) + random.nextInt(5))), 14);

        var paths = forecast.paths(4_000, 1);
        double mean = Arrays.stream(paths)
                .mapToDouble(path -> Arrays.stream(path).sum())
                .average()
                .orElseThrow();
        double squares = Arrays.stream(paths)
                .mapToDouble(path -> Math.pow(Arrays.stream(path).sum() - mean, 2))
                .average()
                .orElseThrow();
        var all = forecast.over(0, 14);

        assertThat(mean).isCloseTo(all.mean(), within(0.03 * all.mean()));
        assertThat(Math.sqrt(squares)).isCloseTo(all.deviation(), within(0.1 * all.deviation()));
        assertThat(forecast.paths(2, 1)[1]).containsExactly(paths[1]);
    }

    @Test
    void refusesPathsThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1, 2).paths(0, 1))
                .withMessageStartingWith("The count of paths (0) must be between 1 and");
    }

    @Test
    void scoresItselfOnThePast() {
        var random = new Random(2);
        var score = of(days(365, _ -> random.nextInt(10))).score();

        assertThat(score.origins()).isEqualTo(Backtest.ORIGINS_MAX);
        assertThat(score.meanAbsoluteScaledError()).isBetween(0.5, 1.0);
        assertThat(score.bias()).isBetween(-0.1, 0.1);
        assertThat(score.coverage95()).isBetween(0.9, 1.0);
    }

    @Test
    void ownsUpThatItCouldNotTry() {
        assertThat(of().score()).isEqualTo(BacktestScore.UNTRIED);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Forecaster.HORIZON_MAX + 1})
    void refusesAHorizonThatIsNone(int horizon) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forecaster.forecast(DemandSeries.daily(MONDAY, 1), horizon))
                .withMessageStartingWith("The horizon (%d) must be between 1 and 1100".formatted(horizon));
    }

    @Test
    void refusesAWindowBeyondTheHorizon() {
        var forecast = of(1, 2, 3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> forecast.over(20, 9))
                .withMessageStartingWith("The periods (9 from 20 on) are not within the horizon (28).");
        assertThatIllegalArgumentException().isThrownBy(() -> forecast.mean(28));
        assertThatIllegalArgumentException().isThrownBy(() -> forecast.mean(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> forecast.over(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> forecast.overLeadTime(7, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Forecaster.of(List.of()));
    }
}
