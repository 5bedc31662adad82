package io.quartermaster.demand;

import static io.quartermaster.retail.Quantity.each;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.books.sales.DemandHistory;
import io.quartermaster.demand.DemandForecast.Days;
import io.quartermaster.demand.DemandForecast.History;
import io.quartermaster.demand.DemandForecast.Model;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemandForecastTests {

    private static final VariantId MUG = new VariantId("V1");
    private static final LocationId HERE = new LocationId("high-street");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");

    /// Four days are foreseen: 1, 2, 3 and 4 units; deviations of the first n days together are n.
    private final DemandForecast forecast = new DemandForecast(
            MUG,
            HERE,
            MONDAY,
            new Model("SES", "SMOOTH", false, 0.8, 0.0, 0.95, 8),
            new Days(new double[] {1, 2, 3, 4}, new double[] {1, 1, 1, 1}, new double[] {1, 2, 3, 4}, new double[] {
                1, 1, 1, 1, 1, 1, 1
            }),
            new History(MONDAY.minusDays(80), 80),
            NOW);

    @Test
    void addsUpTheDaysOfAStretch() {
        var window = forecast.over(MONDAY.plusDays(1), 3, 0);

        assertThat(window.mean()).isEqualTo(9);
        assertThat(window.deviation()).isEqualTo(3);
    }

    /// By hand: a daily mean of 10 / 4 and a deviation of two days make 5; √(4² + 5²) = 6.40.
    @Test
    void foldsTheLeadTimesOwnDeviationIn() {
        assertThat(forecast.over(MONDAY, 4, 2).deviation()).isCloseTo(6.40, within(0.01));
    }

    /// By hand: after 1, 2, 3, 4 come 1, 2, 3, 4 again; 16 days deviate by 4 · √(16 / 4) = 8.
    @Test
    void repeatsItsEndBeyondItsHorizon() {
        assertThat(forecast.mean(MONDAY.plusDays(5))).isEqualTo(2);
        assertThat(forecast.over(MONDAY, 16, 0).mean()).isEqualTo(40);
        assertThat(forecast.over(MONDAY, 16, 0).deviation()).isEqualTo(8);
    }

    @Test
    void reachesAsFarAsTheSlowestSupplierNeeds() {
        assertThat(forecast.over(MONDAY, 400, 30).quantile(0.95)).isGreaterThan(1_000);
    }

    @Test
    void learnsFromWhatWasSoldUntilYesterday() {
        var history = new DemandHistory(MUG, HERE, MONDAY.minusDays(70), days(70, 5), new BitSet());

        var made = ForecastMaker.one(MUG, HERE, history, MONDAY, 28, NOW);

        assertThat(made.mean(MONDAY)).isCloseTo(5, within(0.5));
        assertThat(made.history().from()).isEqualTo(MONDAY.minusDays(70));
        assertThat(made.history().days()).isEqualTo(70);
        assertThat(made.model().origins()).isPositive();
    }

    @Test
    void doesNotTakeAnEmptyShelfForNoDemand() {
        var empty = new BitSet();
        empty.set(35, 70);
        var units = new ArrayList<>(days(35, 5));
        units.addAll(days(35, 0));
        var history = new DemandHistory(MUG, HERE, MONDAY.minusDays(70), units, empty);

        assertThat(ForecastMaker.one(MUG, HERE, history, MONDAY, 28, NOW).mean(MONDAY))
                .isGreaterThan(3);
    }

    @Test
    void foreseesNothingWhereNothingIsKnown() {
        var made = ForecastMaker.one(MUG, HERE, null, MONDAY, 28, NOW);

        assertThat(made.mean(MONDAY)).isZero();
        assertThat(made.history().from()).isNull();
        assertThat(made.model().name()).isEqualTo("none");
    }

    @Test
    void comesOutTheSameFromTheSameHistory() {
        var history = new DemandHistory(MUG, HERE, MONDAY.minusDays(70), days(70, 5), new BitSet());

        var one = ForecastMaker.one(MUG, HERE, history, MONDAY, 28, NOW);
        var other = ForecastMaker.one(MUG, HERE, history, MONDAY, 28, NOW);

        assertThat(one.over(MONDAY, 9, 1)).isEqualTo(other.over(MONDAY, 9, 1));
    }

    private static List<Quantity> days(int count, long usual) {
        var days = new ArrayList<Quantity>();
        for (int i = 0; i < count; i++) {
            days.add(each(usual == 0 ? 0 : usual + i % 3 - 1));
        }
        return days;
    }
}
