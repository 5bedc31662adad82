package io.quartermaster.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quartermaster.access.Access;
import io.quartermaster.access.Role;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Location;
import io.quartermaster.dashboard.Chromium.Device;
import io.quartermaster.demand.Demand;
import io.quartermaster.demand.Totals;
import io.quartermaster.demand.Totals.By;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/// What will be asked for altogether, as people see it who work everywhere, or in one shop.
@TestMethodOrder(OrderAnnotation.class)
@TestPropertySource(
        properties = {"quartermaster.demand.totals.rest=PT0S", "quartermaster.demand.learner.enabled=false"})
class ForecastsPageTests extends WholeHouse {

    private static final LocationId HILL = new LocationId("hill");
    private static final LocationId QUAY = new LocationId("quay");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Autowired
    private Demand demand;

    @Autowired
    private Totals totals;

    @Autowired
    private Catalog catalog;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    @Test
    @Order(1)
    void teachesWhereTotalsComeFromWhileThereAreNone() throws Exception {
        var page = somebody(Role.MANAGER).get("/forecasts").body();

        assertThat(page).contains("No totals yet", "A product has a forecast once something was sold.");
    }

    @Test
    @Order(2)
    void showsTheChainAndItsChannelsCategoriesAndLocations() throws Exception {
        twoShopsSell();
        var manager = somebody(Role.MANAGER);

        assertThat(manager.get("/forecasts").body())
                .contains("What will be asked for", "Totals", "The sum of 16 forecasts")
                .doesNotContain("No totals yet");
        assertThat(manager.get("/forecasts?by=channel").body()).contains("At the till", "On the web");
        assertThat(manager.get("/forecasts?by=category").body()).contains(">Tea<", ">Mugs<", ">No category<");
        assertThat(manager.get("/forecasts?by=location").body()).contains("Hill Shop", "Quay Shop");
        assertThat(manager.get("/forecasts?by=channel&of=%3DWEB&unit=each").body())
                .contains("<h3>On the web</h3>");
        assertThat(manager.get("/forecasts?by=nothing&of=%3Cb%3E&unit=%3Cb%3E").body())
                .contains("<h3>All together</h3>");
    }

    @Test
    @Order(3)
    void whoWorksInOneShopSeesItsTotalsOnly() throws Exception {
        var here = somebody(Role.MANAGER, QUAY);

        assertThat(here.get("/forecasts").body()).contains("The sum of 8 forecasts");
        assertThat(here.get("/forecasts?by=location").body())
                .contains("Quay Shop")
                .doesNotContain("Hill Shop");
        assertThat(here.get("/forecasts?by=channel").body())
                .contains("At the till")
                .doesNotContain("On the web");
        assertThat(here.get("/forecasts?by=location&of=%3Dhill&unit=each").body())
                .contains("<h3>All together</h3>", "The sum of 8 forecasts");
    }

    /// Reasons of several forecasts are folded away, those of the only one are open.
    @Test
    @Order(4)
    void manyReasonsAreFoldedAway() throws Exception {
        assertThat(somebody(Role.MANAGER).get("/forecasts?q=Thing").body())
                .doesNotContain("<details class=\"group\" open");
        assertThat(somebody(Role.MANAGER, QUAY).get("/forecasts?q=Thing+V3").body())
                .contains("<details class=\"group\" open");
    }

    @ParameterizedTest
    @EnumSource(Device.class)
    @Order(5)
    void canBeReadOnEveryDevice(Device device) throws Exception {
        try (var chromium = Chromium.open()) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                var context = chromium.on(device, scheme);
                var page = signedIn(context.newPage());
                for (var by : List.of("chain", "channel", "category", "location")) {
                    page.navigate(address("/forecasts?by=" + by).toString());
                    page.locator("#totals .plot canvas").first().waitFor();
                    assertThat(page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                            .as("%s on %s", by, device)
                            .isEqualTo(0);
                    page.screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target/screens/totals-%s-%s-%s.png".formatted(by, device, scheme))));
                }
            }
        }
    }

    private Page signedIn(Page page) throws Exception {
        var name = somebody(Role.MANAGER).name;
        page.navigate(address("/sign-in").toString());
        page.getByLabel("Sign-in name").fill(name);
        page.locator("input[type=password]").fill(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(address("/").toString());
        return page;
    }

    /// The quay sells at the till only.
    private void twoShopsSell() {
        for (var shop : List.of(
                new Location(HILL, "Hill Shop", ZoneOffset.UTC, LocalTime.MIDNIGHT, null),
                new Location(QUAY, "Quay Shop", ZoneOffset.UTC, LocalTime.MIDNIGHT, null))) {
            catalog.saveLocation(shop, Access.SYSTEM);
        }
        jdbc.update("""
                INSERT INTO catalog.variant (id, sku, name, category, active, provisional)
                SELECT 'V' || v, 'S' || v, 'Thing V' || v, (ARRAY['Tea', 'Mugs', ''])[1 + v % 3], true, false
                FROM generate_series(0, 7) v""");
        jdbc.update("""
                INSERT INTO sales.receipt (source, id, as_of, source_key, occurred_at, location, channel, state, sequence,
                                           correlation)
                SELECT 'till', l || d || '/' || v, now(), 'k', ?::timestamptz - d * interval '1 day', l,
                       CASE WHEN l = 'hill' AND v % 2 = 0 THEN 'WEB' ELSE 'TILL' END, 'HANDED_OVER', 1, 'C'
                FROM unnest(ARRAY['hill', 'quay']) l, generate_series(1, 60) d, generate_series(0, 7) v""", clock.instant().toString());
        jdbc.update("""
                INSERT INTO sales.line (source, receipt, line, variant, label, quantity, unit, amount, currency, location,
                                        occurred_at, counted)
                SELECT source, id, '1', 'V' || split_part(id, '/', 2), 'L', 2 + abs(hashtext(id)) % 7, 'EACH', 100, 'EUR',
                       location, occurred_at, true
                FROM sales.receipt""");
        var variants =
                IntStream.range(0, 8).mapToObj(v -> new VariantId("V" + v)).toList();
        demand.forecastsNow(HILL, variants);
        demand.forecastsNow(QUAY, variants);
        await().atMost(PATIENCE)
                .until(() -> totals.by(By.CHAIN, Set.of()).stream()
                                .mapToInt(one -> one.forecasts())
                                .sum()
                        == 16);
    }
}
