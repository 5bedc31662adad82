package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplanationTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final int SEED = 8_080;
    private static final double NEARLY = 1e-9;

    @Test
    void addsUpAndMultipliesToTheMeanWhateverWasSold() {
        var random = new Random(SEED);
        int multiples = 0;
        for (int run = 0; run < 600; run++) {
            var history = Histories.any(random);
            int horizon = 1 + random.nextInt(60);
            int first = random.nextInt(horizon);
            int periods = 1 + random.nextInt(horizon - first);
            var forecast = Forecaster.standard().forecast(history, horizon);

            for (var explanation : new Explanation[] {
                forecast.explanation(first, periods), Forecaster.standard().explain(history, horizon, first, periods)
            }) {
                holds(explanation, forecast.over(first, periods).mean());
                multiples += explanation.factors().isEmpty() ? 0 : 1;
            }
        }
        assertThat(multiples).isGreaterThan(900);
    }

    private static void holds(Explanation explanation, double mean) {
        double sum = explanation.base();
        double product = explanation.base();
        for (var factor : explanation.factors()) {
            assertThat(factor.factor()).as("%s", explanation).isFinite().isNotNegative();
            sum += factor.units();
            product *= factor.factor();
        }
        assertThat(explanation.mean()).isCloseTo(mean, within(NEARLY * (1 + mean)));
        assertThat(sum).as("%s", explanation).isCloseTo(mean, within(NEARLY * (1 + mean)));
        assertThat(product).as("%s", explanation).isCloseTo(mean, within(NEARLY * (1 + mean)));
    }

    /// By hand: 10 · 1.5 · 2 = 30; L = (30 - 10) / ln 3 = 18.205, and L · ln 1.5 = 7.381.
    @Test
    void givesEachReasonItsShareOfTheLogarithm() {
        var explanation = Explanation.ofFactors(10, Map.of(Reason.TREND, 1.5, Reason.WEEKDAY, 2.0));

        assertThat(explanation.mean()).isEqualTo(30);
        assertThat(explanation.units().get(Reason.TREND)).isCloseTo(7.381, within(0.001));
        assertThat(explanation.units().get(Reason.WEEKDAY)).isCloseTo(12.619, within(0.001));
    }

    @Test
    void aClosedDayTakesAllUnitsAway() {
        var explanation = Explanation.ofFactors(10, Map.of(Reason.TREND, 1.5, Reason.WEEKDAY, 0.0));

        assertThat(explanation.mean()).isZero();
        assertThat(explanation.units()).containsEntry(Reason.WEEKDAY, -10.0).containsEntry(Reason.TREND, 0.0);
        assertThat(explanation.factor(Reason.WEEKDAY)).isZero();
    }

    @Test
    void saysThatSaturdaysSellDouble() {
        var forecast = forecast(i -> i % 7 == 5 ? 20 : 10, 140);

        assertThat(forecast.explanation(5, 1).factor(Reason.WEEKDAY)).isCloseTo(20 / (80 / 7.0), within(0.02));
        assertThat(forecast.explanation(0, 1).factor(Reason.WEEKDAY)).isCloseTo(10 / (80 / 7.0), within(0.02));
        assertThat(forecast.explanation(0, 7).factor(Reason.WEEKDAY)).isCloseTo(1, within(0.001));
        assertThat(forecast.explanation(0, 7).base()).isCloseTo(80, within(0.5));
    }

    /// Weeks that rise by one each, without a season: the trend has it all, and the season nothing.
    @Test
    void takesARiseForATrendAndNotForASeason() {
        double[] weeks = IntStream.range(0, 150).mapToDouble(i -> 100 + i).toArray();
        var history = DemandSeries.of(MONDAY, Frequency.WEEKLY, weeks, new boolean[weeks.length]);
        var explanation = Forecaster.of(java.util.List.of(new Ets(Ets.Form.AADN)))
                .forecast(history, 20)
                .explanation(19, 1);

        assertThat(explanation.factor(Reason.TREND)).isGreaterThan(1.02);
        assertThat(explanation.factor(Reason.SEASON)).isCloseTo(1, within(NEARLY));
    }

    /// Months that sell three times as much each December, five years of them.
    @Test
    void takesEachDecemberForASeason() {
        double[] months = IntStream.range(0, 60)
                .mapToDouble(i -> i % 12 == 11 ? 300 : 100)
                .toArray();
        var history = DemandSeries.of(LocalDate.of(2020, 1, 1), Frequency.MONTHLY, months, new boolean[60]);
        var forecast = Forecaster.standard().forecast(history, 12);

        assertThat(forecast.explanation(11, 1).factor(Reason.SEASON)).isGreaterThan(1.8);
        assertThat(forecast.explanation(5, 1).factor(Reason.SEASON)).isBetween(0.75, 1.0);
        assertThat(forecast.explanation(11, 1).factor(Reason.TREND)).isCloseTo(1, within(0.05));
    }

    /// Ten are asked for each day, but on three of seven days the shelf is empty and none are sold.
    @Test
    void saysHowMuchEmptyShelvesLiftedTheLevel() {
        var units = new double[140];
        var empty = new boolean[140];
        for (int i = 0; i < units.length; i++) {
            empty[i] = i % 5 == 1 || i % 5 == 3;
            units[i] = empty[i] ? 0 : 10;
        }
        var explanation = Forecaster.standard().explain(DemandSeries.daily(MONDAY, units, empty), 7, 0, 7);

        assertThat(explanation.base()).isCloseTo(42, within(5.0));
        assertThat(explanation.factor(Reason.EMPTY_SHELF)).isCloseTo(1 / 0.6, within(0.15));
        assertThat(explanation.mean()).isCloseTo(70, within(1.0));
    }

    @Test
    void saysHowMuchOfAHugeOrderDidNotCount() {
        var forecast = new double[90];
        java.util.Arrays.fill(forecast, 4);
        forecast[80] = 10_000;
        var history = DemandSeries.daily(MONDAY, forecast);
        var explanation = Forecaster.standard().explain(history, 7, 0, 7);

        assertThat(Forecaster.standard().forecast(history, 7).reading())
                .isEqualTo(new Reading(90, 0, 0, 1, 10_000 - 40));
        assertThat(explanation.factor(Reason.HUGE_ORDERS)).isLessThan(0.2);
        assertThat(explanation.base()).isGreaterThan(7 * 20);
        assertThat(explanation.mean()).isLessThan(7 * 8);
    }

    private static Forecast forecast(java.util.function.IntToDoubleFunction day, int days) {
        return Forecaster.standard()
                .forecast(
                        DemandSeries.daily(
                                MONDAY,
                                IntStream.range(0, days).mapToDouble(day).toArray()),
                        28);
    }
}
