package io.quartermaster.skills.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.demand.Demand;
import io.quartermaster.demand.DemandForecast;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Sku;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What a forecast learns between two closes of the day, in the service itself.
class SurpriseTests extends ShopInTheService {

    private static final int LEAD_TIME_AND_REVIEW = 8;

    @Autowired
    Demand demand;

    @Test
    void aSurpriseMovesTheReorderPointBeforeTheDayCloses() {
        knownShop("SURP", "X-1");
        double before = reorderPoint("X-1");

        shop(HIGH_STREET, "SURP").sells("X-1", 60);

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(reorderPoint("X-1")).isGreaterThan(before * 1.1));
        assertThat(forecast("X-1", HIGH_STREET).firstDay()).isEqualTo(today());
        assertThat(surprises("X-1")).isOne();
        assertThat(demand.replay(catalog.bySku(new Sku("X-1")).orElseThrow(), HIGH_STREET, clock.instant()))
                .hasValueSatisfying(replay ->
                        assertThat(replay.isSame()).as(replay.inWords()).isTrue());
    }

    /// One unit above what every day but Saturday sells: less than a surprise whatever the weekday.
    @Test
    void aCustomerMoreThanUsualDoesNot() {
        knownShop("USUAL", "X-2");
        double before = reorderPoint("X-2");
        var madeAt = forecast("X-2", HIGH_STREET).madeAt();

        shop(HIGH_STREET, "USUAL").sells("X-2", 6);
        Awaitility.await().atMost(PATIENCE).until(() -> !isNoted("X-2"));

        assertThat(reorderPoint("X-2")).isEqualTo(before);
        assertThat(forecast("X-2", HIGH_STREET).madeAt()).isEqualTo(madeAt);
        assertThat(surprises("X-2")).isZero();
    }

    /// What was expected of today stays, so that the day is judged by what was said in the morning.
    @Test
    void theSurprisingDayItselfIsStillJudgedByTheMorning() {
        knownShop("MORN", "X-3");
        double expected = forecast("X-3", HIGH_STREET).mean(today());

        shop(HIGH_STREET, "MORN").sells("X-3", 60);
        Awaitility.await().atMost(PATIENCE).until(() -> surprises("X-3") == 1);

        assertThat(forecast("X-3", HIGH_STREET).mean(today())).isEqualTo(expected);
        assertThat(forecast("X-3", HIGH_STREET).mean(today().plusDays(7))).isGreaterThan(expected);
    }

    /// The harbour sells six a day of the old and of the new; the high street twice as many of the
    /// old.
    @Test
    void whatIsNewBeginsWithWhatItsSisterShopSells() {
        var here = shop(HIGH_STREET, "NEW");
        AShop.open(catalog, HARBOUR);
        var harbour = new AShop(journal, clock, HARBOUR);
        for (int i = 0; i < 20; i++) {
            here.lists("OLD-" + i);
            here.hasSold("OLD-" + i, 12);
            harbour.hasSold("OLD-" + i, 6);
        }
        here.lists("NEW-1");
        harbour.hasSold("NEW-1", 6);
        for (int i = 0; i < 20; i++) {
            made("OLD-" + i, HIGH_STREET);
            made("OLD-" + i, HARBOUR);
        }
        made("NEW-1", HARBOUR);

        var fresh = demand.forecastNow(catalog.bySku(new Sku("NEW-1")).orElseThrow(), HIGH_STREET);

        assertThat(fresh.model().name()).isEqualTo("cold start");
        assertThat(fresh.history().days()).isZero();
        assertThat(fresh.over(today(), 7, 0).mean() / 7).isCloseTo(12, within(2.5));
        assertThat(fresh.over(today(), 7, 0).quantile(0.95))
                .isGreaterThan(made("OLD-1", HIGH_STREET).over(today(), 7, 0).quantile(0.95));
    }

    private void knownShop(String supplier, String sku) {
        var shop = shop(HIGH_STREET, supplier);
        shop.lists(sku);
        shop.hasSold(sku, 5);
        made(sku, HIGH_STREET);
    }

    /// Once sixty days are booked, and what followed from them is quiet.
    private DemandForecast made(String sku, LocationId location) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(forecastNow(sku, location).history().days()).isEqualTo(60));
        return forecastNow(sku, location);
    }

    private DemandForecast forecastNow(String sku, LocationId location) {
        return demand.forecastNow(catalog.bySku(new Sku(sku)).orElseThrow(), location);
    }

    private DemandForecast forecast(String sku, LocationId location) {
        return demand.forecast(catalog.bySku(new Sku(sku)).orElseThrow(), location)
                .orElseThrow();
    }

    private double reorderPoint(String sku) {
        return forecast(sku, HIGH_STREET).over(today(), LEAD_TIME_AND_REVIEW, 1).quantile(0.95);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private boolean isNoted(String sku) {
        return count("sold_today", sku) > 0;
    }

    private int surprises(String sku) {
        return count("surprise", sku);
    }

    private int count(String table, String sku) {
        return database.sql("SELECT count(*) FROM demand.%s WHERE variant = ?".formatted(table))
                .param(catalog.bySku(new Sku(sku)).orElseThrow().value())
                .query(Integer.class)
                .single();
    }
}
