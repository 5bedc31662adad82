package io.quartermaster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A till tells what it has and what it sells; a program reads what came of it.
class LoopApiTests extends TillInATest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void readsWhatTheTillTold() {
        put("/v1/locations/STORE_1", "{\"name\": \"Store 1\", \"zone\": \"Europe/London\"}");
        tell("stock.level", "level-1", """
                {"location_id": "STORE_1", "sku": "A1", "level": 6, "created_at": "%s"}""".formatted(ago(3)));
        tell("stock.level", "level-2", """
                {"location_id": "STORE_1", "sku": "B2", "level": 5, "created_at": "%s"}""".formatted(ago(3)));
        tell("sale.completed", "sale-1", """
                {"event": "sale.completed", "created_at": "%s", "data": {"id": "txn_1", "location_id": "STORE_1",
                 "line_items": [{"sku": "A1", "name": "Mug", "quantity": 2, "price": 2.50}],
                 "total_money": {"amount": 500, "currency": "GBP"}}}""".formatted(ago(1)));
        await().atMost(PATIENCE)
                .until(() -> get("/v1/journal?kind=SaleRecorded")
                        .json()
                        .at("/items/0")
                        .isObject());
        await().atMost(PATIENCE)
                .until(() -> get("/v1/status").json().get("quiet").asBoolean());

        var low = get("/v1/inventory_items?location_id=STORE_1&low_stock_threshold=5");
        assertThat(low.json().get("items")).as(low.json().toString()).hasSize(1);
        assertThat(low.text("/items/0/sku")).isEqualTo("A1");
        assertThat(low.json().at("/items/0/on_hand").decimalValue()).isEqualByComparingTo(new BigDecimal("4"));

        var report = get("/v1/reports/sales-by-sku?connection=dock");
        assertThat(report.text("/items/0/sku")).isEqualTo("A1");
        assertThat(report.text("/items/0/revenue/amount")).isEqualTo("5.00");

        assertThat(get("/v1/demand-signals").text("/items/0/store_id")).isEqualTo("STORE_1");
        var sale = get("/v1/journal?kind=SaleRecorded");
        var story = get("/v1/journal?correlation=" + sale.text("/items/0/correlation"));
        assertThat(story.text("/items/0/event/receipt")).isEqualTo("txn_1");
    }

    @Test
    void readsLongListsPageByPage() {
        for (var i = 1; i <= 3; i++) {
            tell("stock.level", "page-" + i, """
                    {"location_id": "STORE_2", "sku": "P%d", "level": 1, "created_at": "%s"}""".formatted(i, ago(2)));
        }
        await().atMost(PATIENCE)
                .until(() -> get("/v1/stock-positions?location_id=STORE_2")
                                .json()
                                .get("items")
                                .size()
                        == 3);

        var first = get("/v1/stock-positions?location_id=STORE_2&limit=2");
        var second = get("/v1/stock-positions?location_id=STORE_2&limit=2&cursor=" + first.text("/next_cursor"));

        assertThat(first.json().get("items")).hasSize(2);
        assertThat(second.json().get("items")).hasSize(1);
        assertThat(second.json().get("next_cursor").isNull()).isTrue();
    }

    /// The sample: 15 in stock, 5.2 a day, a horizon of 14 days: 72.8 are needed, and 15 will not
    /// last the 7 days of the delivery.
    @Test
    void tellsATillWhatToReorder() {
        var answer = post("/v1/pos/reorder-predict", """
                {"store_id": "STORE_123", "items": [{"sku": "A123-BLUE", "current_stock": 15,
                 "daily_sales_avg_7d": 5.2, "lead_time_days": 7, "vendor_id": "VEND_555"}],
                 "forecast_horizon_days": 14}""");

        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        assertThat(answer.json().at("/recommendations/0/suggested_quantity").decimalValue())
                .isGreaterThanOrEqualTo(new BigDecimal("58"));
        assertThat(answer.text("/recommendations/0/warnings/0")).isEqualTo("stock-out before arrival");
        assertThat(post("/v1/pos/reorder-predict", "{\"store_id\": \"S\", \"items\": [{}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void doesNotDecideAboutAProposalThatIsNotThere() {
        assertThat(post("/v1/proposals/P-0/approve", "{\"revision\": 1}").status())
                .isEqualTo(404);
        assertThat(post("/v1/proposals/P-0/approve", "{}").text("/detail")).contains("revision");
        assertThat(get("/v1/proposals/P-0").status()).isEqualTo(404);
        assertThat(get("/v1/purchase-orders/PO-0").status()).isEqualTo(404);
    }
}
