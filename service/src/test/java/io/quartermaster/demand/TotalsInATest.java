package io.quartermaster.demand;

import io.quartermaster.TestDatabase;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.sales.Sales;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.VariantId;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// Shops, what they sell, and somebody who says when it is time to add up.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class TotalsInATest {

    static final LocationId HILL = new LocationId("hill");
    static final LocationId MILL = new LocationId("mill");
    static final LocationId QUAY = new LocationId("quay");
    static final int HORIZON = 21;
    static final int HISTORY = 120;

    @Autowired
    Totals totals;

    @Autowired
    TotalsMaker maker;

    @Autowired
    TotalsStore store;

    @Autowired
    TotalsSettings settings;

    @Autowired
    ForecastStore forecasts;

    @Autowired
    KeptForecasts kept;

    @Autowired
    Sales sales;

    @Autowired
    DemandSettings demandSettings;

    @Autowired
    Demand demand;

    @Autowired
    Catalog catalog;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    private int receipts;

    @DynamicPropertySource
    static void onAnEmptyDatabase(DynamicPropertyRegistry properties) throws IOException {
        var home = Files.createTempDirectory("quartermaster-totals-");
        properties.add("quartermaster.home", home::toString);
        TestDatabase.empty(properties);
        properties.add("quartermaster.demand.learner.enabled", () -> false);
        properties.add("quartermaster.demand.totals.enabled", () -> false); // the test says when
        properties.add("quartermaster.demand.totals.horizon-days", () -> HORIZON);
        properties.add("quartermaster.demand.totals.categories-max", () -> 2);
        properties.add("quartermaster.demand.totals.rest", () -> "PT0S");
        properties.add("quartermaster.demand.history-days", () -> HISTORY);
    }

    @BeforeEach
    void nothingIsKnown() {
        for (var table : List.of(
                "demand.total",
                "demand.totals_made",
                "demand.forecast",
                "sales.line",
                "sales.receipt",
                "catalog.variant")) {
            jdbc.update("DELETE FROM " + table);
        }
    }

    final int make() {
        return round().makeIfDue().orElse(0);
    }

    final TotalsRound round() {
        return new TotalsRound(maker, store, forecasts, catalog, settings, transaction, clock);
    }

    final void variant(String id, String category) {
        jdbc.update(
                "INSERT INTO catalog.variant (id, sku, name, category, active, provisional) VALUES (?, ?, ?, ?, true, false)",
                id,
                id,
                id,
                category);
    }

    final void sell(LocationId shop, String variant, String channel, int daysAgo, int units, Unit unit) {
        var id = "R" + receipts++;
        var at =
                Timestamp.from(today().minusDays(daysAgo).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
        jdbc.update("""
                INSERT INTO sales.receipt (source, id, as_of, source_key, occurred_at, location, channel, state, sequence,
                                           correlation)
                VALUES ('till', ?, ?, 'k', ?, ?, ?, 'HANDED_OVER', 1, 'C')""", id, at, at, shop.value(), channel);
        jdbc.update("""
                INSERT INTO sales.line (source, receipt, line, variant, label, quantity, unit, amount, currency, location,
                                        occurred_at, counted)
                VALUES ('till', ?, '1', ?, 'L', ?, ?, 100, 'EUR', ?, ?, true)""", id, variant, units, unit.name(), shop.value(), at);
    }

    final void forecast(LocationId shop, String variant) {
        demand.forecastNow(new VariantId(variant), shop);
    }

    final LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
