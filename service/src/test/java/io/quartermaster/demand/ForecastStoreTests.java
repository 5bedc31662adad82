package io.quartermaster.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.TestDatabase;
import io.quartermaster.demand.DemandForecast.Days;
import io.quartermaster.demand.DemandForecast.History;
import io.quartermaster.demand.DemandForecast.Model;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ForecastStoreTests {

    private static final LocationId HERE = new LocationId("high-street");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private static final DataSource DATABASE = TestDatabase.fresh();

    private final ForecastStore store = new ForecastStore(new JdbcTemplate(DATABASE));

    @BeforeEach
    void beginWithNothing() {
        new JdbcTemplate(DATABASE).update("DELETE FROM demand.forecast");
    }

    @Test
    void givesBackWhatItWasGiven() {
        store.save(List.of(forecast("V1", MONDAY, 1.2345)));

        var kept = store.find(HERE, List.of(new VariantId("V1"), new VariantId("V2")));

        assertThat(kept).containsOnlyKeys(new VariantId("V1"));
        var forecast = kept.get(new VariantId("V1"));
        assertThat(forecast.over(MONDAY, 3, 1))
                .isEqualTo(forecast("V1", MONDAY, 1.2345).over(MONDAY, 3, 1));
        assertThat(forecast.model()).isEqualTo(forecast("V1", MONDAY, 1.2345).model());
        assertThat(forecast.history()).isEqualTo(new History(null, 0));
        assertThat(forecast.weekdayFactors()).containsExactly(1, 1, 1, 1, 1, 2, 0);
    }

    @Test
    void keepsTheNewestWhoeverComesLast() {
        store.save(List.of(forecast("V1", MONDAY, 7)));
        store.save(List.of(forecast("V1", MONDAY.minusDays(1), 3)));

        assertThat(store.find(HERE, List.of(new VariantId("V1")))
                        .get(new VariantId("V1"))
                        .mean(MONDAY))
                .isEqualTo(7);
    }

    @Test
    void sharesTheOldOnesBetweenInstances() {
        store.save(List.of(
                forecast("V1", MONDAY.minusDays(1), 1),
                forecast("V2", MONDAY.minusDays(1), 1),
                forecast("V3", MONDAY, 1)));
        var one = new TransactionTemplate(new JdbcTransactionManager(DATABASE));
        var other = new TransactionTemplate(new JdbcTransactionManager(DATABASE));

        one.executeWithoutResult(_ -> {
            assertThat(store.takeOld(HERE, MONDAY, 1)).containsExactly(new VariantId("V1"));
            onAnotherThread(() -> other.executeWithoutResult(
                    _ -> assertThat(store.takeOld(HERE, MONDAY, 10)).containsExactly(new VariantId("V2"))));
        });
        assertThat(store.oldest()).containsEntry(HERE, MONDAY.minusDays(1));
    }

    @Test
    void makesAnewWhatLearntFromAPastThatHasChanged() {
        store.save(List.of(forecast("V1", MONDAY, 1), forecast("V2", MONDAY, 1)));
        var jdbc = new JdbcTemplate(DATABASE);

        store.noteLateSales(List.of(new VariantId("V2")), List.of(HERE));

        assertThat(store.oldest()).containsEntry(HERE, MONDAY.minusDays(1));
        assertThat(store.takeOld(HERE, MONDAY, 10)).isEmpty(); // not yet quiet
        jdbc.update("UPDATE demand.forecast SET late_at = late_at - interval '4 seconds' WHERE late_at IS NOT NULL");
        assertThat(store.takeOld(HERE, MONDAY, 10)).containsExactly(new VariantId("V2"));
        store.save(List.of(forecast("V2", MONDAY, 2)));
        assertThat(store.takeOld(HERE, MONDAY, 10)).isEmpty();
    }

    private static void onAnotherThread(Runnable work) {
        var task = new java.util.concurrent.FutureTask<Void>(work, null);
        Thread.ofVirtual().start(task);
        try {
            task.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException fault) {
            throw new AssertionError(fault);
        }
    }

    private static DemandForecast forecast(String variant, LocalDate firstDay, double mean) {
        return new DemandForecast(
                new VariantId(variant),
                HERE,
                firstDay,
                new Model("SES", "SMOOTH", true, null, 0.01, null, 0),
                new Days(new double[] {mean, mean}, new double[] {0.5, 0.25}, new double[] {0.5, 0.75}, new double[] {
                    1, 1, 1, 1, 1, 2, 0
                }),
                new History(null, 0),
                Instant.parse("2026-11-23T05:00:00Z"));
    }
}
