package io.quartermaster.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.TestDatabase;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.sales.Sales;
import io.quartermaster.books.sales.SalesGroup;
import io.quartermaster.demand.Totals.By;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.VariantId;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// Shops that sell at the till, on the web and on marketplaces; whatever they sell, totals agree.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class TotalsTests {

    private static final LocationId HILL = new LocationId("hill");
    private static final LocationId MILL = new LocationId("mill");
    private static final LocationId QUAY = new LocationId("quay");
    private static final List<LocationId> SHOPS = List.of(HILL, MILL, QUAY);
    private static final List<String> CHANNELS = List.of("TILL", "WEB", "MARKETPLACE");
    private static final List<String> CATEGORIES = List.of("Tea", "Mugs", "");
    private static final int HORIZON = 21;

    @TempDir
    static Path home;

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
    static void onAnEmptyDatabase(DynamicPropertyRegistry properties) {
        var access = TestDatabase.empty();
        properties.add("quartermaster.home", home::toString);
        properties.add("quartermaster.database.url", access::url);
        properties.add("quartermaster.database.user", access::user);
        properties.add("quartermaster.database.password", access::password);
        properties.add("quartermaster.demand.learner.enabled", () -> false);
        properties.add("quartermaster.demand.totals.enabled", () -> false); // the test says when
        properties.add("quartermaster.demand.totals.horizon-days", () -> HORIZON);
        properties.add("quartermaster.demand.totals.categories-max", () -> 2);
        properties.add("quartermaster.demand.totals.rest", () -> "PT0S");
        properties.add("quartermaster.demand.history-days", () -> 120);
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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverIsSoldTotalsAgree(long seed) {
        sellAnything(new Random(seed));

        assertThat(make()).isPositive();

        for (var places : List.<Set<LocationId>>of(Set.of(), Set.of(QUAY), Set.of(HILL, QUAY), Set.copyOf(SHOPS))) {
            for (var whole : totals.by(By.CHAIN, places)) {
                for (int day = 0; day < HORIZON; day++) {
                    var units = whole.mean(day);
                    for (var by : By.values()) {
                        assertThat(sum(by, places, whole.unit(), day))
                                .as("seed %d, %s of %s, day %d", seed, by, places, day)
                                .isEqualTo(units);
                    }
                    assertThat(ofVariants(places, whole.unit(), day)).isEqualTo(units);
                }
                for (var by : By.values()) {
                    assertThat(soldYesterday(by, places, whole.unit())).isEqualTo(whole.sold(1));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void saysHowSureItIsOfEveryTotal(long seed) {
        sellAnything(new Random(seed));
        make();

        for (var by : By.values()) {
            for (var total : totals.by(by, Set.of(HILL, QUAY))) {
                var week = total.over(7);
                assertThat(week.quantile(0.05)).isNotNegative().isLessThanOrEqualTo(week.quantile(0.95));
                if (week.mean() > 10) {
                    assertThat(week.quantile(0.95)).isGreaterThan(week.mean());
                }
                assertThat(total.on(0).quantile(0.95)).isFinite();
            }
        }
    }

    /// Ten a day, seven of them at the till: the forecast by which goods are ordered is of all ten.
    @Test
    void tillAndWebAreOneDemand() {
        for (int ago = 1; ago <= 60; ago++) {
            sell(QUAY, "V1", "TILL", ago, 7, Unit.EACH);
            sell(QUAY, "V1", "WEB", ago, 3, Unit.EACH);
        }
        forecast(QUAY, "V1");
        make();

        var chain = totals.by(By.CHAIN, Set.of()).getFirst();
        var channels = totals.by(By.CHANNEL, Set.of());
        assertThat(chain.units(7).doubleValue()).isCloseTo(70, within(1.0));
        assertThat(channels).extracting(TotalForecast::key).containsExactly("TILL", "WEB");
        assertThat(channels.get(0).units(7).doubleValue()).isCloseTo(49, within(1.0));
        assertThat(channels.get(1).units(7).doubleValue()).isCloseTo(21, within(1.0));
        assertThat(channels.get(1).sold(1)).isEqualByComparingTo("3");
    }

    /// A shop that begins to sell on the web sells more there than its past says.
    @Test
    void aChannelThatGrowsIsForeseenToBeLarger() {
        for (int ago = 1; ago <= 60; ago++) {
            sell(QUAY, "V1", "TILL", ago, ago > 20 ? 10 : 5, Unit.EACH);
            if (ago <= 20) {
                sell(QUAY, "V1", "WEB", ago, 5, Unit.EACH);
            }
        }
        forecast(QUAY, "V1");
        make();

        var web = totals.by(By.CHANNEL, Set.of()).get(1);
        assertThat(web.key()).isEqualTo("WEB");
        assertThat(web.units(7).doubleValue()).isBetween(28.0, 42.0);
    }

    @Test
    void kilogramsAndPiecesAreNotAddedUp() {
        for (int ago = 1; ago <= 30; ago++) {
            sell(QUAY, "V1", "TILL", ago, 2, Unit.EACH);
            sell(QUAY, "V2", "TILL", ago, 5, Unit.KILOGRAM);
        }
        forecast(QUAY, "V1");
        forecast(QUAY, "V2");
        make();

        assertThat(totals.by(By.CHAIN, Set.of()))
                .extracting(TotalForecast::unit)
                .containsExactly(Unit.EACH, Unit.KILOGRAM);
        assertThat(totals.by(By.CHAIN, Set.of()).get(1).units(7).doubleValue()).isCloseTo(35, within(1.0));
    }

    /// Two categories have totals of their own here, the others are one.
    @Test
    void categoriesAreBounded() {
        int n = 0;
        for (var category : List.of("Tea", "Tea", "Tea", "Mugs", "Mugs", "Jars", "Pots")) {
            var id = "V" + n++;
            variant(id, category);
            for (int ago = 1; ago <= 10; ago++) {
                sell(QUAY, id, "TILL", ago, 1, Unit.EACH);
            }
            forecast(QUAY, id);
        }
        make();

        assertThat(totals.by(By.CATEGORY, Set.of()))
                .extracting(TotalForecast::key)
                .containsExactly("*", "Mugs", "Tea");
        assertThat(totals.by(By.CATEGORY, Set.of()).getFirst().forecasts()).isEqualTo(2);
    }

    @Test
    void totalsAreMadeAgainWhenAForecastIsNewer() {
        for (int ago = 1; ago <= 30; ago++) {
            sell(QUAY, "V1", "TILL", ago, 2, Unit.EACH);
            sell(QUAY, "V2", "TILL", ago, 2, Unit.EACH);
        }
        forecast(QUAY, "V1");
        assertThat(round().makeIfDue()).hasValue(6);
        jdbc.update("UPDATE demand.totals_made SET took = interval '0'");
        assertThat(round().makeIfDue()).as("nothing is newer").isEmpty();

        forecast(QUAY, "V2");
        jdbc.update("UPDATE demand.totals_made SET took = interval '9 s'");
        assertThat(round().makeIfDue()).as("who took long rests").isEmpty();
        jdbc.update("UPDATE demand.totals_made SET took = interval '0'");

        assertThat(round().makeIfDue()).isPresent();
        assertThat(totals.by(By.CHAIN, Set.of()).getFirst().forecasts()).isEqualTo(2);
    }

    @Test
    void waitsUntilAllForecastsAreOfTheDay() {
        sell(QUAY, "V1", "TILL", 1, 2, Unit.EACH);
        forecast(QUAY, "V1");
        jdbc.update("UPDATE demand.forecast SET first_day = first_day - 1");

        assertThat(round().makeIfDue()).isEmpty();
    }

    @Test
    void oneInstanceAtATimeMakesThem() {
        var day = today();
        var first = store.begin(day, Duration.ofHours(1), Duration.ZERO).orElseThrow();

        assertThat(store.begin(day, Duration.ofHours(1), Duration.ZERO)).isEmpty();
        jdbc.update("UPDATE demand.totals_made SET lease_until = clock_timestamp()");
        var second = store.begin(day, Duration.ofHours(1), Duration.ZERO).orElseThrow();

        var made = new TotalsStore.Making(day, clock.instant());
        assertThat(store.replace(first, made, List.of())).isFalse();
        assertThat(store.replace(second, made, List.of())).isTrue();
    }

    @Test
    void nothingIsToldBeforeAnythingWasMade() {
        assertThat(totals.by(By.CHANNEL, Set.of())).isEmpty();
    }

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

    private int make() {
        return round().makeIfDue().orElse(0);
    }

    private TotalsRound round() {
        return new TotalsRound(maker, store, forecasts, catalog, settings, transaction, clock);
    }

    private BigDecimal sum(By by, Set<LocationId> places, Unit unit, int day) {
        return totals.by(by, places).stream()
                .filter(total -> total.unit() == unit)
                .map(total -> total.mean(day))
                .reduce(BigDecimal::add)
                .orElse(BigDecimal.ZERO);
    }

    private BigDecimal soldYesterday(By by, Set<LocationId> places, Unit unit) {
        return totals.by(by, places).stream()
                .filter(total -> total.unit() == unit)
                .map(total -> total.sold(1))
                .reduce(BigDecimal::add)
                .orElse(BigDecimal.ZERO);
    }

    /// By what is kept of each variant: even-numbered ones are sold in pieces here.
    private BigDecimal ofVariants(Set<LocationId> places, Unit unit, int day) {
        var sum = BigDecimal.valueOf(0, 4);
        for (var shop : SHOPS) {
            if (places.isEmpty() || places.contains(shop)) {
                for (var variant : variants()) {
                    boolean pieces = Integer.parseInt(variant.value().substring(1)) % 2 == 0;
                    if (pieces == (unit == Unit.EACH)) {
                        var kept = demand.forecast(variant, shop);
                        if (kept.isPresent()) {
                            sum = sum.add(BigDecimal.valueOf(kept.get().mean(today().plusDays(day)))
                                    .setScale(4));
                        }
                    }
                }
            }
        }
        return sum;
    }

    private static List<VariantId> variants() {
        return IntStream.range(0, 8).mapToObj(v -> new VariantId("V" + v)).toList();
    }

    private void sellAnything(Random random) {
        for (var variant : variants()) {
            int v = Integer.parseInt(variant.value().substring(1));
            variant(variant.value(), CATEGORIES.get(random.nextInt(CATEGORIES.size())));
            var unit = v % 2 == 0 ? Unit.EACH : Unit.KILOGRAM;
            for (var shop : SHOPS) {
                if (random.nextInt(5) > 0) {
                    int since = 1 + random.nextInt(100);
                    var channels = CHANNELS.subList(0, 1 + random.nextInt(CHANNELS.size()));
                    for (int ago = 1; ago <= since; ago++) {
                        if (random.nextInt(3) > 0) {
                            sell(
                                    shop,
                                    variant.value(),
                                    channels.get(random.nextInt(channels.size())),
                                    ago,
                                    1 + random.nextInt(random.nextInt(20) == 0 ? 500 : 6),
                                    unit);
                        }
                    }
                    forecast(shop, variant.value());
                }
            }
        }
    }

    private void variant(String id, String category) {
        jdbc.update(
                "INSERT INTO catalog.variant (id, sku, name, category, active, provisional) VALUES (?, ?, ?, ?, true, false)",
                id,
                id,
                id,
                category);
    }

    private void sell(LocationId shop, String variant, String channel, int daysAgo, int units, Unit unit) {
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

    private void forecast(LocationId shop, String variant) {
        demand.forecastNow(new VariantId(variant), shop);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
