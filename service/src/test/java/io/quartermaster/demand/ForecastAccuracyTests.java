package io.quartermaster.demand;

import static io.quartermaster.retail.Quantity.each;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.TestDatabase;
import io.quartermaster.books.sales.DemandHistory;
import io.quartermaster.demand.DemandForecast.Days;
import io.quartermaster.demand.DemandForecast.History;
import io.quartermaster.demand.DemandForecast.Model;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/// Forecasts are held against what came.
class ForecastAccuracyTests {

    private static final VariantId MUG = new VariantId("V1");
    private static final LocationId HERE = new LocationId("high-street");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    /// Five units a day are expected, give or take two.
    private final DemandForecast forecast = new DemandForecast(
            MUG,
            HERE,
            MONDAY,
            new Model("SES", "SMOOTH", true, 0.8, 0.0, 0.95, 8),
            new Days(new double[] {5, 5}, new double[] {2, 2}, new double[] {2, 2.8}, new double[] {1, 1, 1, 1, 1, 1, 1
            }),
            new History(MONDAY.minusDays(80), 80),
            Instant.parse("2026-11-23T05:00:00Z"));

    @Test
    void eachDaySinceTheForecastIsHeldAgainstIt() {
        var history =
                new DemandHistory(MUG, HERE, MONDAY.minusDays(1), List.of(each(9), each(3), each(12)), new BitSet());

        var outcomes = Outcomes.of(forecast, history);

        assertThat(outcomes)
                .containsExactly(
                        new Outcome(HERE, MONDAY, "SMOOTH", 1, 5, 3, 2, 1),
                        new Outcome(HERE, MONDAY.plusDays(1), "SMOOTH", 1, 5, 12, 7, 0));
    }

    @Test
    void anEmptyShelfIsNoJudge() {
        var empty = new BitSet();
        empty.set(0);
        var history = new DemandHistory(MUG, HERE, MONDAY, List.of(each(0), each(5)), empty);

        assertThat(Outcomes.of(forecast, history)).extracting(Outcome::day).containsExactly(MONDAY.plusDays(1));
    }

    /// By hand: expected 14 × 5 = 70, sold 14 × 4 = 56, so 14 / 56 = 25 % too high; the errors are
    /// all 1, their sum 14 over the root of 14 is 3.74.
    @Test
    void aLittleTooHighEachDayIsADrift() {
        var accuracy = ForecastAccuracy.of(days(14, _ -> 4.0));

        assertThat(accuracy.bias()).isCloseTo(0.25, within(1e-12));
        assertThat(accuracy.lean()).isCloseTo(3.742, within(1e-3));
        assertThat(accuracy.drifts()).isTrue();
    }

    /// What is no longer asked for has no sales to be a share of.
    @Test
    void toExpectWhatNobodyBuysAnyMoreIsADrift() {
        var accuracy = ForecastAccuracy.of(days(14, _ -> 0.0));

        assertThat(accuracy.bias()).isZero();
        assertThat(accuracy.drifts()).isTrue();
    }

    @Test
    void muchTooHighAndMuchTooLowInTurnIsNone() {
        var accuracy = ForecastAccuracy.of(days(14, day -> day % 2 == 0 ? 0.0 : 10.0));

        assertThat(accuracy.error()).isCloseTo(1, within(1e-12));
        assertThat(accuracy.drifts()).isFalse();
    }

    @Test
    void threeDaysSayNothingYet() {
        assertThat(ForecastAccuracy.of(days(3, _ -> 1.0)).drifts()).isFalse();
    }

    @Test
    void batchesOfOneDayAddUp() {
        var store = new OutcomeStore(new JdbcTemplate(TestDatabase.fresh()));

        store.add(List.of(new Outcome(HERE, MONDAY, "SMOOTH", 2, 10, 8, 4, 2)));
        store.add(List.of(new Outcome(HERE, MONDAY, "SMOOTH", 1, 5, 7, 2, 0)));

        assertThat(store.since(MONDAY)).containsExactly(new Outcome(HERE, MONDAY, "SMOOTH", 3, 15, 15, 6, 2));
        assertThat(store.since(MONDAY.plusDays(1))).isEmpty();
    }

    private static List<Outcome> days(int count, java.util.function.IntToDoubleFunction sold) {
        return IntStream.range(0, count)
                .mapToObj(day -> new Outcome(
                        HERE,
                        MONDAY.plusDays(day),
                        "SMOOTH",
                        1,
                        5,
                        sold.applyAsDouble(day),
                        Math.abs(5 - sold.applyAsDouble(day)),
                        1))
                .toList();
    }
}
