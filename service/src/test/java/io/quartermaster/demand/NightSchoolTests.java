package io.quartermaster.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.TestDatabase;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// A night in a shop whose variants all have the same good and bad months: together they teach
/// what one alone does not show.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class NightSchoolTests {

    private static final LocationId HERE = new LocationId("high-street");
    private static final int VARIANTS = 60;
    private static final int DAYS = 200;

    @TempDir
    static Path home;

    @Autowired
    Demand demand;

    @Autowired
    LearningStore nights;

    @Autowired
    ForecastStore store;

    @Autowired
    SurpriseStore surprises;

    @Autowired
    Catalog catalog;

    @Autowired
    DemandSettings settings;

    @Autowired
    BookPanel books;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    private final List<VariantId> variants = IntStream.range(0, VARIANTS)
            .mapToObj("V%04d"::formatted)
            .map(VariantId::new)
            .toList();

    @DynamicPropertySource
    static void onAnEmptyDatabase(DynamicPropertyRegistry properties) {
        properties.add("quartermaster.home", home::toString);
        TestDatabase.empty(properties);
        properties.add("quartermaster.demand.learner.enabled", () -> false); // the test says when
    }

    @BeforeEach
    void openAShopThatHasSoldForLong() {
        sellFor(VARIANTS, DAYS);
        demand.forecastsNow(HERE, variants);
    }

    private void sellFor(int variants, int days) {
        jdbc.update("DELETE FROM demand.learning");
        jdbc.update("DELETE FROM demand.surprise");
        jdbc.update("DELETE FROM demand.forecast");
        jdbc.update("DELETE FROM sales.line");
        jdbc.update("""
                INSERT INTO sales.line (source, receipt, line, variant, label, quantity, unit, amount,
                                        currency, location, occurred_at, counted)
                SELECT 'till', 'R' || d || '/' || v, '1', to_char(v, '"V"FM0000'), 'L',
                       (3 + v % 5) * (1 + d % 2) + d % 3, 'EACH', 100, 'EUR', ?, ?::date - d + time '12:00', true
                FROM generate_series(0, ?) v, generate_series(1, ?) d""", HERE.value(), java.sql.Date.valueOf(today()), variants - 1, days);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private NightSchool school(Duration timeLimit, int historyDaysMin) {
        return school(timeLimit, historyDaysMin, DAYS);
    }

    private NightSchool school(Duration timeLimit, int historyDaysMin, int historyDays) {
        var learnerSettings =
                new LearnerSettings(true, historyDays, historyDaysMin, 28, 50, 10_000, timeLimit, Duration.ZERO);
        var other = new Learner(
                new KnownSellers(jdbc),
                books,
                store,
                surprises,
                settings,
                learnerSettings,
                transaction,
                _ -> {},
                clock);
        return new NightSchool(other, nights, store, catalog, learnerSettings, settings, clock);
    }

    @Test
    void aNightMovesTheForecastsThatPlanningReads() {
        var before = demand.forecasts(HERE, variants);

        var learnt = school(Duration.ofMinutes(10), 182).learnIfDue().orElseThrow();

        var after = demand.forecasts(HERE, variants);
        assertThat(learnt.outcome()).isEqualTo("moved 60 forecasts");
        assertThat(after.values()).allSatisfy(one -> {
            assertThat(one.model().name()).startsWith("learner + ");
            assertThat(one.firstDay()).isEqualTo(today());
            assertThat(one.over(today(), 8, 1).quantile(0.95)).isPositive();
        });
        // It sells on every other day: the learner knows that, and the models alone know weekdays only.
        assertThat(spread(after)).isGreaterThan(spread(before));
        assertThat(mean(after)).isBetween(0.8 * mean(before), 1.25 * mean(before));
        assertThat(demand.replay(variants.getFirst(), HERE, clock.instant()))
                .hasValueSatisfying(replay ->
                        assertThat(replay.isSame()).as(replay.inWords()).isTrue());
    }

    @Test
    void aNightIsLearntOnce() {
        var school = school(Duration.ofMinutes(10), 182);

        assertThat(school.learnIfDue()).isPresent();
        assertThat(school.learnIfDue()).isEmpty();
    }

    @Test
    void aNightThatTakesTooLongLeavesTheForecastsAsTheyWere() {
        var before = figures();

        var learnt = school(Duration.ofMillis(1), 182).learnIfDue().orElseThrow();

        assertThat(learnt.outcome()).isEqualTo("given up after PT0.001S");
        assertThat(figures()).isEqualTo(before);
    }

    @Test
    void aYoungShopDoesNotLearnYet() {
        jdbc.update("UPDATE demand.forecast SET history_days = 181");

        assertThat(school(Duration.ofMinutes(10), 182).learnIfDue()).isEmpty();
    }

    @Test
    void waitsUntilAllForecastsAreOfTheDay() {
        jdbc.update("UPDATE demand.forecast SET first_day = first_day - 1 WHERE variant = 'V0007'");

        assertThat(school(Duration.ofMinutes(10), 182).learnIfDue()).isEmpty();
    }

    @Test
    void whatSurprisedTodayIsLeftAlone() {
        surprises.add(List.of(new Surprise(variants.get(3), HERE, today(), 90, 20, 5, 7, clock.instant())));
        var before = demand.forecasts(HERE, variants).get(variants.get(3)).model();

        school(Duration.ofMinutes(10), 182).learnIfDue();

        assertThat(demand.forecasts(HERE, variants).get(variants.get(3)).model())
                .isEqualTo(before);
    }

    /// What a night costs: `-Dbench=true`.
    @Test
    @EnabledIfSystemProperty(named = "bench", matches = "true")
    void aNightOfTwoThousandVariantsAndAYear() {
        int count = 2_000;
        int days = 365;
        jdbc.update("DELETE FROM sales.line");
        jdbc.update("DELETE FROM demand.forecast");
        sellFor(count, days);
        jdbc.execute("ANALYZE sales.line");
        var all = IntStream.range(0, count)
                .mapToObj("V%04d"::formatted)
                .map(VariantId::new)
                .toList();
        long begun = System.nanoTime();
        demand.forecastsNow(HERE, all);
        long made = System.nanoTime();
        var heap = ManagementFactory.getMemoryPoolMXBeans();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long cpuBegun = processCpu();
        var learnt = school(Duration.ofMinutes(30), 182, days).learnIfDue().orElseThrow();
        System.out.printf(
                "portfolio %.1f s; night %.1f s, %.1f CPU-s on %d threads, peak heap %d MB: %s%n",
                (made - begun) / 1e9,
                (System.nanoTime() - made) / 1e9,
                (processCpu() - cpuBegun) / 1e9,
                settings.threads(),
                heap.stream()
                                .filter(pool -> pool.getType() == MemoryType.HEAP)
                                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                                .sum()
                        / 1_000_000,
                learnt);
        assertThat(learnt.outcome()).isEqualTo("moved 2000 forecasts");
    }

    private static long processCpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private List<Map<String, Object>> figures() {
        return jdbc.queryForList("SELECT variant, model, means::text, windows::text FROM demand.forecast ORDER BY 1");
    }

    private double mean(Map<VariantId, DemandForecast> forecasts) {
        return forecasts.values().stream()
                .mapToDouble(one -> one.over(today(), 28, 0).mean())
                .sum();
    }

    /// How much neighbouring days differ.
    private double spread(Map<VariantId, DemandForecast> forecasts) {
        return forecasts.values().stream()
                .mapToDouble(one -> Math.abs(one.mean(today().plusDays(2)) - one.mean(today().plusDays(3))))
                .sum();
    }
}
