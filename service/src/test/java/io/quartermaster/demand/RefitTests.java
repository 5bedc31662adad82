package io.quartermaster.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.books.sales.DemandHistory;
import io.quartermaster.forecasting.ColdStart;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A day that sells more than was thought possible moves its own forecast, and no other day does.
class RefitTests {

    private static final VariantId MUG = new VariantId("V1");
    private static final LocationId HERE = new LocationId("high-street");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    private final DemandHistory tenWeeks = new DemandHistory(
            MUG,
            HERE,
            MONDAY.minusDays(70),
            IntStream.range(0, 70).mapToObj(day -> Quantity.each(4 + day % 3)).toList(),
            new BitSet());
    private final DemandForecast morning = ForecastMaker.one(MUG, HERE, tenWeeks, MONDAY, 28, NOW);

    private DemandForecast after(double sold) {
        return Refit.surprised(morning, ForecastMaker.series(tenWeeks, MONDAY), sold, ColdStart.of(List.of()), NOW);
    }

    @Test
    void expectsMoreOfEachDayToComeAndIsLessSure() {
        var after = after(40);

        assertThat(after.mean(MONDAY.plusDays(1))).isGreaterThan(morning.mean(MONDAY.plusDays(1)));
        assertThat(after.over(MONDAY, 8, 0).quantile(0.95))
                .isGreaterThan(morning.over(MONDAY, 8, 0).quantile(0.95));
        assertThat(after.over(MONDAY, 8, 0).deviation())
                .isGreaterThanOrEqualTo(morning.over(MONDAY, 8, 0).deviation());
    }

    @Test
    void leavesTheDayItselfAsItWas() {
        assertThat(after(40).mean(MONDAY)).isEqualTo(morning.mean(MONDAY));
        assertThat(after(40).quantile(MONDAY, 0.95)).isEqualTo(morning.quantile(MONDAY, 0.95));
    }

    @Test
    void neverLowersForTheDayIsNotOver() {
        assertThat(after(0).mean(MONDAY.plusDays(1))).isCloseTo(morning.mean(MONDAY.plusDays(1)), within(1e-9));
    }

    @Test
    void aSurpriseIsMoreThanTheWholeDayWasThoughtToSell() {
        double high = morning.quantile(MONDAY, 0.995);

        assertThat(Surprises.isSurprise(morning, MONDAY, high)).isFalse();
        assertThat(Surprises.isSurprise(morning, MONDAY, high + 1)).isTrue();
        assertThat(Surprises.isSurprise(morning, MONDAY.plusDays(1), high + 1)).isFalse();
    }

    /// A slow seller's one unit beyond its quantile is no news.
    @Test
    void oneUnitOfASlowSellerIsNone() {
        var slow = new DemandHistory(
                MUG,
                HERE,
                MONDAY.minusDays(70),
                IntStream.range(0, 70)
                        .mapToObj(day -> Quantity.each(day == 20 ? 1 : 0))
                        .toList(),
                new BitSet());

        var forecast = ForecastMaker.one(MUG, HERE, slow, MONDAY, 28, NOW);

        assertThat(Surprises.isSurprise(forecast, MONDAY, 1)).isFalse();
    }
}
