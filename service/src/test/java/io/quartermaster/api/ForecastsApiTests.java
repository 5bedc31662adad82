package io.quartermaster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.demand.Demand;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Sku;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// A program asks what will be sold, what that is made of, and whether it comes out again.
@TestPropertySource(properties = "quartermaster.demand.horizon-days=60") // and hence a database of its own
class ForecastsApiTests extends TillInATest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private Demand demand;

    @Autowired
    private Catalog catalog;

    @Test
    void saysWhatAForecastIsMadeOfAndMakesItAgain() {
        put("/v1/locations/STORE_3", "{\"name\": \"Store 3\", \"zone\": \"Europe/London\"}");
        for (var day = 1; day <= 20; day++) {
            tell("sale.completed", "made-of-" + day, """
                    {"event": "sale.completed", "created_at": "%s", "data": {"id": "txn_m%d", "location_id": "STORE_3",
                     "line_items": [{"sku": "M1", "name": "Mug", "quantity": 4, "price": 2.50}],
                     "total_money": {"amount": 1000, "currency": "GBP"}}}""".formatted(ago(24 * day), day));
        }
        await().atMost(PATIENCE)
                .until(() -> catalog.bySku(new Sku("M1")).isPresent()
                        && get("/v1/status").json().get("quiet").asBoolean());
        assertThat(get("/v1/forecasts/M1/STORE_3").status()).isEqualTo(404);
        demand.forecastNow(catalog.bySku(new Sku("M1")).orElseThrow(), new LocationId("STORE_3"));

        var forecast = get("/v1/forecasts/M1/STORE_3?days=7");
        var sum = forecast.json().at("/explanation/base").decimalValue();
        for (var factor : forecast.json().at("/explanation/factors")) {
            sum = sum.add(factor.get("units").decimalValue());
        }
        assertThat(forecast.json().get("daily")).hasSize(7);
        assertThat(forecast.json().get("mean").asDouble()).isBetween(14.0, 35.0);
        assertThat(forecast.json().get("high95_level").asDouble()).isEqualTo(0.95); // nothing was learnt yet
        assertThat(sum.doubleValue()).isCloseTo(forecast.json().get("mean").asDouble(), within(0.001));

        var replay = get("/v1/forecasts/M1/STORE_3/replay");
        assertThat(replay.json().get("same").asBoolean())
                .as(replay.json().toString())
                .isTrue();
        assertThat(replay.text("/figures_now_sha256")).isEqualTo(replay.text("/figures_then_sha256"));
        assertThat(get("/v1/forecasts/M1/STORE_3/replay?at=2001-01-01T00:00:00Z")
                        .status())
                .isEqualTo(404);
        assertThat(get("/v1/forecasts/M1/STORE_3?days=0").status()).isEqualTo(400);
        assertThat(get("/v1/forecasts/NONE/STORE_3").status()).isEqualTo(404);
    }
}
