package io.quartermaster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.demand.Demand;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Sku;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// A program asks what will be sold altogether, and by which channel, category and location.
@TestPropertySource(
        properties = {"quartermaster.demand.totals.horizon-days=28", "quartermaster.demand.totals.rest=PT0S"})
class TotalsApiTests extends TillInATest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Autowired
    private Demand demand;

    @Autowired
    private Catalog catalog;

    @Test
    void saysWhatWillBeSoldInWhichWayAndItAddsUp() {
        assertThat(get("/v1/forecasts/totals").json().get("items")).isEmpty();
        assertThat(get("/v1/forecasts/totals").json().get("made_at").isNull()).isTrue();
        sellForThreeWeeks();
        await().atMost(PATIENCE)
                .until(() -> forecasts(get("/v1/forecasts/totals").json()) == 3);

        var chain = get("/v1/forecasts/totals?days=7").json();
        assertThat(chain.at("/items/0/mean").decimalValue()).isPositive();
        assertThat(chain.at("/items/0/daily")).hasSize(7);
        for (var by : new String[] {"channel", "category", "location"}) {
            assertThat(sum(get("/v1/forecasts/totals?days=7&by=" + by).json()))
                    .as(by)
                    .isEqualByComparingTo(chain.at("/items/0/mean").decimalValue());
        }
        var channels = get("/v1/forecasts/totals?by=channel").json();
        assertThat(channels.at("/items/0/key").asString()).isEqualTo("MARKETPLACE");
        assertThat(channels.at("/items/1/key").asString()).isEqualTo("TILL");
        assertThat(channels.at("/items/2/key").asString()).isEqualTo("WEB");
        onlyOfTheLocationsThatAreNamed();
        inPartsThatLeaveNothingOut();
    }

    private void onlyOfTheLocationsThatAreNamed() {
        var channels =
                get("/v1/forecasts/totals?by=channel&location_id=STORE_8").json();
        assertThat(channels.at("/items")).hasSize(1);
        assertThat(channels.at("/items/0/key").asString()).isEqualTo("TILL");
        assertThat(channels.at("/items/0/mean").decimalValue())
                .isEqualByComparingTo(get("/v1/forecasts/totals?location_id=STORE_8")
                        .json()
                        .at("/items/0/mean")
                        .decimalValue());
        assertThat(get("/v1/forecasts/totals?by=location&location_id=STORE_7&location_id=STORE_8")
                        .json()
                        .at("/items"))
                .hasSize(2);
    }

    private void inPartsThatLeaveNothingOut() {
        var first = get("/v1/forecasts/totals?by=channel&limit=2").json();
        var second = get("/v1/forecasts/totals?by=channel&limit=2&cursor="
                        + first.get("next_cursor").asString())
                .json();
        assertThat(first.get("items")).hasSize(2);
        assertThat(second.at("/items/0/key").asString()).isEqualTo("WEB");
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("next_cursor").isNull()).isTrue();
    }

    @Test
    void namesTheFieldThatIsWrongAndSaysWhatToDo() {
        assertThat(problem("by=shelf")).contains("by (shelf)", "chain, channel, category or location");
        assertThat(problem("location_id=NOWHERE")).contains("location_id (NOWHERE)", "GET /v1/locations");
        assertThat(problem("days=0")).contains("days (0)");
        assertThat(problem("days=121")).contains("days (121)");
        assertThat(problem("limit=0")).contains("limit (0)");
        assertThat(problem("cursor=%C3%A9")).contains("cursor");
        assertThat(problem("days=soon")).contains("days");
    }

    private String problem(String query) {
        var answer = get("/v1/forecasts/totals?" + query);
        assertThat(answer.status()).as(query).isEqualTo(400);
        return answer.text("/detail");
    }

    private void sellForThreeWeeks() {
        put("/v1/locations/STORE_7", "{\"name\": \"Store 7\", \"zone\": \"UTC\"}");
        put("/v1/locations/STORE_8", "{\"name\": \"Store 8\", \"zone\": \"UTC\"}");
        for (var day = 1; day <= 21; day++) {
            sell("STORE_7", "T1", "pos", 4, day);
            sell("STORE_7", "T2", "web", 2, day);
            sell("STORE_7", "T2", "marketplace", 1, day);
            sell("STORE_8", "T1", "pos", 3, day);
        }
        await().atMost(PATIENCE)
                .until(() -> catalog.bySku(new Sku("T1")).isPresent()
                        && catalog.bySku(new Sku("T2")).isPresent()
                        && get("/v1/status").json().get("quiet").asBoolean());
        forecast("T1", "STORE_7");
        forecast("T2", "STORE_7");
        forecast("T1", "STORE_8");
    }

    private void sell(String store, String sku, String source, int units, int daysAgo) {
        var id = "%s-%s-%s-%d".formatted(store, sku, source, daysAgo);
        tell("sale", id, """
                {"event": "sale", "id": "%s", "location_id": "%s", "source": "%s", "created_at": "%s",
                 "line_items": [{"sku": "%s", "name": "%s", "quantity": %d, "price": 2.50}]}""".formatted(id, store, source, ago(24 * daysAgo), sku, sku, units));
    }

    private void forecast(String sku, String store) {
        demand.forecastNow(catalog.bySku(new Sku(sku)).orElseThrow(), new LocationId(store));
    }

    private static int forecasts(JsonNode totals) {
        return totals.at("/items/0/forecasts").asInt(0);
    }

    private static BigDecimal sum(JsonNode totals) {
        var sum = BigDecimal.valueOf(0, 4);
        for (var item : totals.get("items")) {
            sum = sum.add(item.get("mean").decimalValue());
        }
        return sum;
    }
}
