package io.quartermaster.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.planning.StockProjection.Arrival;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StockProjectionTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    /// By hand, 15 there and 5 a day: 10, 5, 0, and Thursday's five customers find nothing.
    @Test
    void namesTheFirstDayOnWhichACustomerFindsNothing() {
        var projection = StockProjection.of(MONDAY, 15, days(5, 5), List.of());

        assertThat(projection.levels()).containsExactly(10.0, 5.0, 0.0, 0.0, 0.0);
        assertThat(projection.stockOut()).isEqualTo(MONDAY.plusDays(3));
    }

    @Test
    void sellsWhatArrivesOnTheSameDay() {
        var projection = StockProjection.of(MONDAY, 15, days(5, 5), List.of(new Arrival(MONDAY.plusDays(3), 20)));

        assertThat(projection.levels()).containsExactly(10.0, 5.0, 0.0, 15.0, 10.0);
        assertThat(projection.stockOut()).isNull();
    }

    @Test
    void countsWhatShouldHaveBeenHereYesterdayAsComingToday() {
        var projection = StockProjection.of(MONDAY, 0, days(2, 5), List.of(new Arrival(MONDAY.minusDays(1), 8)));

        assertThat(projection.levels()).containsExactly(3.0, 0.0);
    }

    @Test
    void beginsEmptyWhenTheTillOversold() {
        assertThat(StockProjection.of(MONDAY, -4, days(2, 1), List.of()).stockOut())
                .isEqualTo(MONDAY);
    }

    @Test
    void doesNotOweWhatItCouldNotSell() {
        var projection = StockProjection.of(MONDAY, 0, days(3, 5), List.of(new Arrival(MONDAY.plusDays(2), 6)));

        assertThat(projection.levels()).containsExactly(0.0, 0.0, 1.0);
    }

    private static List<Double> days(int days, double units) {
        return Collections.nCopies(days, units);
    }
}
