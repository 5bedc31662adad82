package io.quartermaster.sandbox.square;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SquareDoorTests {

    private static final String CHANGES = "/v2/inventory/changes/batch-create";
    private final SquareStall stall = new SquareStall();

    @AfterEach
    void close() {
        stall.close();
    }

    @Test
    void adjustsOnceHoweverOftenTheSameKeyIsSent() {
        var first = stall.post(CHANGES, adjust("k1", "3", "WASTE"));
        var second = stall.post(CHANGES, adjust("k1", "3", "WASTE"));

        assertThat(first.at("/counts/0/quantity").asString()).isEqualTo("7");
        assertThat(second).isEqualTo(first);
        assertThat(stall.socks()).isEqualTo(7);
    }

    @Test
    void refusesTheSameKeyWithAnotherBody() {
        stall.post(CHANGES, adjust("k1", "3", "WASTE"));

        assertThat(code(stall.post(CHANGES, adjust("k1", "4", "WASTE")))).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(stall.socks()).isEqualTo(7);
    }

    @Test
    void aPhysicalCountIsAbsolute() throws InterruptedException {
        var body = """
                {"idempotency_key": "c", "changes": [{"type": "PHYSICAL_COUNT", "physical_count": {"state": "IN_STOCK",
                 "catalog_object_id": "%s", "location_id": "LSHOP", "quantity": "4.00000",
                 "occurred_at": "2026-07-01T12:00:00Z"}}]}
                """.formatted(stall.variation());

        stall.post(CHANGES, body);

        assertThat(stall.socks()).isEqualTo(4);
        assertThat(stall.hooks("inventory.count.updated")).hasSize(2); // the delivery, and this
    }

    @Test
    void changesAllOrNothing() {
        var two = adjust("k1", "3", "WASTE").replace("]}", """
                , {"type": "ADJUSTMENT", "adjustment": {"catalog_object_id": "NOBODY", "location_id": "LSHOP",
                 "from_state": "IN_STOCK", "to_state": "WASTE", "quantity": "1",
                 "occurred_at": "2026-07-01T12:00:00Z"}}]}
                """);

        assertThat(code(stall.post(CHANGES, two))).isEqualTo("NOT_FOUND");
        assertThat(stall.socks()).isEqualTo(10);
    }

    @Test
    void refusesAQuantityThatIsNoText() {
        assertThat(code(stall.post(CHANGES, adjust("k1", "3", "WASTE").replace("\"3\"", "3"))))
                .isEqualTo("INVALID_VALUE");
        assertThat(code(stall.post(CHANGES, adjust("", "3", "WASTE")))).isEqualTo("MISSING_REQUIRED_PARAMETER");
    }

    @Test
    void pagesThroughOrders() {
        for (var number = 0; number < 5; number++) {
            stall.sell(1);
        }
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = stall.post(
                    "/v2/orders/search",
                    "{\"location_ids\": [\"LSHOP\"], \"limit\": 2, \"cursor\": \"%s\"}".formatted(cursor));
            page.path("orders").forEach(order -> seen.add(order.path("id").asString()));
            cursor = page.path("cursor").asString("");
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void tellsTheSkuOnlyThroughTheCatalog() {
        var id = stall.sell(2);

        var line = stall.get("/v2/orders/" + id).at("/order/line_items/0");
        assertThat(line.has("sku")).isFalse();
        assertThat(line.path("quantity").asString()).isEqualTo("2");
        var object =
                stall.get("/v2/catalog/object/" + line.path("catalog_object_id").asString());
        assertThat(object.at("/object/item_variation_data/sku").asString()).isEqualTo("SOCK-M");
    }

    @Test
    void findsWhatTheCatalogChangedSince() {
        var search = "{\"object_types\": [\"ITEM_VARIATION\"], \"begin_time\": \"%s\"}";

        assertThat(stall.post("/v2/catalog/search", search.formatted("2026-06-30T00:00:00Z"))
                        .path("objects"))
                .hasSize(2);
        assertThat(stall.post("/v2/catalog/search", search.formatted("2026-07-02T00:00:00Z"))
                        .path("objects"))
                .isEmpty();
    }

    @Test
    void aReturnIsAnOrderOfItsOwn() throws InterruptedException {
        var id = stall.sell(2);
        stall.seller.takeBack(id, "SOCK-M", 1, SquareStall.NOON);

        var refund = stall.get("/v2/refunds").at("/refunds/0");
        var order =
                stall.get("/v2/orders/" + refund.path("order_id").asString()).path("order");
        assertThat(order.at("/returns/0/source_order_id").asString()).isEqualTo(id);
        assertThat(order.at("/returns/0/return_line_items/0/quantity").asString())
                .isEqualTo("1");
        assertThat(refund.at("/amount_money/amount").asInt()).isEqualTo(1250);
        assertThat(stall.hooks("refund.created")).hasSize(1);
        assertThat(stall.socks()).isEqualTo(9);
    }

    @Test
    void refusesAStrangerAndAnUnknownPath() {
        assertThat(stall.answer("GET", "/v2/locations", "", "guess").status()).isEqualTo(401);
        assertThat(stall.answer("GET", "/v2/nothing", "", "token").status()).isEqualTo(404);
        assertThat(stall.answer("POST", "/v2/orders/search", "{", "token").status())
                .isEqualTo(400);
    }

    private String adjust(String key, String quantity, String to) {
        return """
                {"idempotency_key": "%s", "changes": [{"type": "ADJUSTMENT", "adjustment": {"catalog_object_id": "%s",
                 "location_id": "LSHOP", "from_state": "IN_STOCK", "to_state": "%s", "quantity": "%s",
                 "occurred_at": "2026-07-01T12:00:00Z"}}]}
                """.formatted(key, stall.variation(), to, quantity);
    }

    private static String code(JsonNode answer) {
        return answer.at("/errors/0/code").asString();
    }
}
