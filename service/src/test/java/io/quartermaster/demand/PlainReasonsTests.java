package io.quartermaster.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.demand.DemandForecast.Days;
import io.quartermaster.demand.DemandForecast.History;
import io.quartermaster.demand.DemandForecast.Model;
import io.quartermaster.forecasting.Reason;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// A forecast that others than the models had a say in still says what it is made of.
class PlainReasonsTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final double EXACTLY = 1e-9;

    private static DemandForecast forecast(double... means) {
        return new DemandForecast(
                new VariantId("V1"),
                new LocationId("high-street"),
                MONDAY,
                new Model("cold start", "SMOOTH", true, null, null, null, 0),
                new Days(means, means.clone(), means.clone(), new double[] {1, 1, 1, 1, 1, 2, 0}),
                new History(MONDAY.minusDays(9), 9),
                Instant.parse("2026-11-23T05:00:00Z"));
    }

    private static double[] weeks(double... levels) {
        return Arrays.stream(levels)
                .flatMap(level ->
                        Arrays.stream(new double[] {1, 1, 1, 1, 1, 2, 0}).map(factor -> factor * level))
                .toArray();
    }

    @Test
    void tellsTheWeekdayFromTheLevel() {
        var saturday = PlainReasons.of(forecast(weeks(4, 4, 4)), MONDAY.plusDays(5), 1);

        assertThat(saturday.explanation().base()).isCloseTo(4, within(EXACTLY));
        assertThat(saturday.explanation().factor(Reason.WEEKDAY)).isCloseTo(2, within(EXACTLY));
        assertThat(saturday.explanation().factor(Reason.TREND)).isEqualTo(1);
        assertThat(saturday.reading().periods()).isEqualTo(9);
    }

    @Test
    void tellsTheTrendFromTheWeekday() {
        var later = PlainReasons.of(forecast(weeks(4, 4, 8, 8)), MONDAY.plusDays(14), 7);

        assertThat(later.explanation().mean()).isCloseTo(56, within(EXACTLY));
        assertThat(later.explanation().base()).isCloseTo(28, within(EXACTLY));
        assertThat(later.explanation().factor(Reason.TREND)).isGreaterThan(1.9);
    }

    @Test
    void nothingIsMadeOfNothingAndDaysBeyondTheHorizonAreLeftOut() {
        var last = PlainReasons.of(forecast(0, 0, 0), MONDAY.plusDays(2), 30);

        assertThat(last.days()).isEqualTo(1);
        assertThat(last.explanation().mean()).isZero();
    }
}
