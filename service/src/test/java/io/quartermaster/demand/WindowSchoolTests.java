package io.quartermaster.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.TestDatabase;
import io.quartermaster.forecasting.DemandClass;
import io.quartermaster.forecasting.TailCalibration;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
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
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A shop in which now and then a week sells five times as much, too rarely for one variant to
/// know: together they teach at which level to ask.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class WindowSchoolTests {

    private static final LocationId HERE = new LocationId("high-street");
    private static final int VARIANTS = 60;
    private static final int DAYS = 600;
    private static final int WEEK = 7;
    private static final double HIGH = 0.99;

    @TempDir
    static Path home;

    @Autowired
    Demand demand;

    @Autowired
    WindowSchool school;

    @Autowired
    WindowLevelsStore store;

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
        properties.add("quartermaster.demand.learner.enabled", () -> false);
        properties.add("quartermaster.demand.window-levels", () -> false); // the test says when
    }

    @BeforeEach
    void openAShopThatHasSoldForLong() {
        sellFor(DAYS);
    }

    private void sellFor(int days) {
        jdbc.update("DELETE FROM demand.window_levels");
        jdbc.update("DELETE FROM demand.forecast");
        jdbc.update("DELETE FROM sales.line");
        jdbc.update("""
                INSERT INTO sales.line (source, receipt, line, variant, label, quantity, unit, amount,
                                        currency, location, occurred_at, counted)
                SELECT 'till', 'R' || d || '/' || v, '1', to_char(v, '"V"FM0000'), 'L',
                       (1 + abs(hashtext(d || '-' || v)) % 6)
                           * (CASE WHEN abs(hashtext((d / 7) || '/' || v)) % 40 = 0 THEN 5 ELSE 1 END),
                       'EACH', 100, 'EUR', ?, ?::date - d + time '12:00', true
                FROM generate_series(0, ?) v, generate_series(1, ?) d""", HERE.value(), java.sql.Date.valueOf(today()), VARIANTS - 1, days);
        demand.forecastsNow(HERE, variants);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private double enough(Map<VariantId, DemandForecast> forecasts, int days) {
        return forecasts.values().stream()
                .mapToDouble(one -> one.enoughFor(today(), days, 0.5, HIGH))
                .sum();
    }

    private double asAsked(Map<VariantId, DemandForecast> forecasts, int days) {
        return forecasts.values().stream()
                .mapToDouble(one -> one.over(today(), days, 0.5).quantile(HIGH))
                .sum();
    }

    @Test
    void reorderPointsCoverTheRareWeekOnceTheShopHasLearnt() {
        var before = demand.forecasts(HERE, variants);
        assertThat(enough(before, WEEK)).isEqualTo(asAsked(before, WEEK));

        assertThat(school.learnIfDue()).isGreaterThan(10_000);

        var after = demand.forecasts(HERE, variants);
        assertThat(enough(after, WEEK)).isGreaterThan(1.1 * enough(before, WEEK));
        assertThat(asAsked(after, WEEK)).isEqualTo(asAsked(before, WEEK));
        var one = after.get(variants.getFirst());
        assertThat(one.enoughFor(today(), WEEK, 0, HIGH))
                .isEqualTo(one.over(today(), WEEK, 0)
                        .quantile(store.newest()
                                .level(DemandClass.valueOf(one.model().demandClass()), WEEK, HIGH)));
        assertThat(one.levelAskedFor(WEEK, HIGH)).isGreaterThan(HIGH);
    }

    @Test
    void aForecastIsStillMadeAgainByteForByte() {
        school.learnIfDue();

        assertThat(demand.replay(variants.get(3), HERE, clock.instant()))
                .hasValueSatisfying(replay -> assertThat(replay.isSame()).isTrue());
        assertThat(demand.forecasts(HERE, variants).get(variants.get(3)).inputs())
                .isEmpty();
    }

    @Test
    void aDayIsLearntOnceAndNotSoonAfterAnother() {
        assertThat(school.learnIfDue()).isPositive();
        assertThat(school.learnIfDue()).isZero();

        assertThat(store.isDue(today(), Duration.ZERO)).isFalse();
        assertThat(store.isDue(today().plusDays(1), Duration.ofMinutes(10))).isFalse();
        assertThat(store.isDue(today().plusDays(1), Duration.ZERO)).isTrue();
    }

    @Test
    void aYoungShopDoesNotLearnAndNewThingsAreNotMoved() {
        school.learnIfDue();
        var learnt = store.newest();
        sellFor(50);

        assertThat(school.learnIfDue()).isZero();
        var young = demand.forecasts(HERE, variants).get(variants.getFirst()).at(learnt);
        assertThat(young.enoughFor(today(), WEEK, 0, HIGH))
                .isEqualTo(young.over(today(), WEEK, 0).quantile(HIGH));
    }

    @Test
    void waitsUntilAllForecastsAreOfTheDay() {
        jdbc.update("UPDATE demand.forecast SET first_day = first_day - 1 WHERE variant = 'V0007'");

        assertThat(school.learnIfDue()).isZero();
    }

    @Test
    void whatAnotherReleaseWroteIsNotUsedAndOldRowsGo() {
        store.keep(today(), clock.instant(), 1, 1, TailCalibration.NONE);
        jdbc.update("UPDATE demand.window_levels SET levels = '\\x0903'");
        assertThat(store.newest()).isSameAs(TailCalibration.NONE);

        assertThat(store.forgetBefore(today())).isZero();
        assertThat(store.forgetBefore(today().plusDays(1))).isOne();
    }
}
