package io.quartermaster.demand;

import io.quartermaster.books.sales.SalesGroup;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.VariantId;
import java.sql.Date;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// What totals cost.
class TotalsBenchmarkTests extends TotalsInATest {

    /// What a making costs: `-Dbench=true`.
    @Test
    @EnabledIfSystemProperty(named = "bench", matches = "true")
    void twoThousandVariantsAtEachOfFiveShops() {
        jdbc.update("""
                INSERT INTO sales.receipt (source, id, as_of, source_key, occurred_at, location, channel, state, sequence, correlation)
                SELECT 'till', 'R' || l || '/' || d || '/' || r, now(), 'k', ?::date - d + time '12:00', 'shop-' || l,
                       CASE WHEN r % 4 = 0 THEN 'WEB' ELSE 'TILL' END, 'HANDED_OVER', 1, 'C'
                FROM generate_series(1, 5) l, generate_series(1, 365) d, generate_series(0, 199) r""", Date.valueOf(today()));
        jdbc.update("""
                INSERT INTO sales.line (source, receipt, line, variant, label, quantity, unit, amount, currency, location,
                                        occurred_at, counted)
                SELECT r.source, r.id, n::text, 'V' || (hashtext(r.id || n) & 2047), 'L', 1 + n % 3, 'EACH', 100, 'EUR', r.location,
                       r.occurred_at, true
                FROM sales.receipt r, generate_series(1, 4) n""");
        jdbc.update(
                "INSERT INTO catalog.variant (id, sku, name, category, active, provisional) SELECT 'V' || v, 'V' || v, 'N', 'Category ' || v % 40, true, false FROM generate_series(0, 2047) v");
        jdbc.execute("ANALYZE sales.line");
        jdbc.execute("ANALYZE sales.receipt");
        var all = IntStream.range(0, 2048).mapToObj(v -> new VariantId("V" + v)).toList();
        for (int l = 1; l <= 5; l++) {
            demand.forecastsNow(new LocationId("shop-" + l), all);
        }
        var generous = new TotalsMaker(
                kept,
                forecasts,
                sales,
                catalog,
                demandSettings,
                new TotalsSettings(true, 56, 100, Duration.ZERO, Duration.ofMinutes(9)));
        for (int i = 0; i < 3; i++) {
            long begun = System.nanoTime();
            var made = generous.make(today());
            System.out.printf("%d totals in %.2f s%n", made.size(), (System.nanoTime() - begun) / 1e9);
            timed("forecasts", shop -> forecasts.find(shop, all).size());
            timed("units", shop -> sales.units(shop, all).size());
            timed(
                    "sales",
                    shop -> sales.byChannel(
                                    shop,
                                    List.of(new SalesGroup("all", Unit.EACH, all)),
                                    today().minusDays(120),
                                    today().minusDays(1))
                            .size());
        }
    }

    private static void timed(String what, ToIntFunction<LocationId> of) {
        long begun = System.nanoTime();
        int count = 0;
        for (int l = 1; l <= 5; l++) {
            count += of.applyAsInt(new LocationId("shop-" + l));
        }
        System.out.printf("  %d %s in %.2f s%n", count, what, (System.nanoTime() - begun) / 1e9);
    }
}
