package io.quartermaster.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.sandbox.till.Sale;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ShopifyDoorTests {

    private final ShopifyStall stall = new ShopifyStall();

    @AfterEach
    void close() {
        stall.close();
    }

    @Test
    void adjustsOnceHoweverOftenTheSameKeyIsSent() {
        var first = stall.ask(adjust(-3, "10", "k1"));
        var second = stall.ask(adjust(-3, "10", "k1"));

        assertThat(errors(first)).isEmpty();
        assertThat(second.path("data")).isEqualTo(first.path("data"));
        assertThat(stall.mugs()).isEqualTo(7);
    }

    @Test
    void refusesTheSameKeyWithOtherParameters() {
        stall.ask(adjust(-3, "10", "k1"));

        var answer = stall.ask(adjust(-4, "null", "k1"));

        assertThat(code(answer)).isEqualTo("IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
        assertThat(stall.mugs()).isEqualTo(7);
    }

    @Test
    void refusesAMutationWithoutAKey() {
        var answer = stall.ask(adjust(-3, "10", "k1").replace("@idempotent(key: \"k1\")", ""));

        assertThat(answer.path("errors").path(0).path("message").asString())
                .startsWith("The @idempotent directive is required");
        assertThat(stall.mugs()).isEqualTo(10);
    }

    @Test
    void refusesAChangeFromAStaleQuantity() {
        stall.shop.sell(ShopifyStall.sale("quay", Sale.Channel.SHOP, new Sale.Line("MUG-BLUE", 1, 1200, 0)));

        var answer = stall.ask(adjust(-3, "10", "k1"));

        assertThat(code(answer)).isEqualTo("CHANGE_FROM_QUANTITY_STALE");
        assertThat(stall.mugs()).isEqualTo(9);
    }

    @Test
    void insistsOnAnExplicitQuantityToChangeFrom() {
        var answer = stall.ask(adjust(-3, "10", "k1").replace(", changeFromQuantity: 10", ""));

        assertThat(answer.path("errors").path(0).path("message").asString()).contains("changeFromQuantity");
        assertThat(stall.mugs()).isEqualTo(10);
    }

    @Test
    void refusesWordsThatTheSchemaDoesNotHave() {
        var answer = stall.ask(adjust(-3, "10", "k1").replace("changeFromQuantity", "compareQuantity"));

        assertThat(answer.path("errors").path(0).path("message").asString()).contains("compareQuantity");
    }

    @Test
    void setsAQuantity() throws InterruptedException {
        var answer = stall.ask("""
                mutation { inventorySetQuantities(input: {name: "available", reason: "cycle_count_available",
                  quantities: [{?, quantity: 4, changeFromQuantity: null}]}) @idempotent(key: "k2") {
                    inventoryAdjustmentGroup { changes { delta quantityAfterChange location { name } } }
                    userErrors { code } } }
                """);

        var change = answer.at("/data/inventorySetQuantities/inventoryAdjustmentGroup/changes/0");
        assertThat(change.path("delta").asInt()).isEqualTo(-6);
        assertThat(change.path("quantityAfterChange").asInt()).isEqualTo(4);
        assertThat(stall.hooks("inventory_levels/update")).hasSize(3); // two deliveries, and this
    }

    @Test
    void aTransferLeavesAtOnceAndArrivesLater() {
        var item = stall.shop.catalog().bySku("MUG-BLUE").itemId();
        var answer = stall.ask("""
                mutation { inventoryTransferCreateAsReadyToShip(input: {
                  originLocationId: "gid://shopify/Location/501", destinationLocationId: "gid://shopify/Location/502",
                  lineItems: [{inventoryItemId: "gid://shopify/InventoryItem/%d", quantity: 4}]})
                  @idempotent(key: "t") {
                    inventoryTransfer { status totalQuantity lineItems(first: 5) { nodes { totalQuantity } } }
                    userErrors { code } } }
                """.formatted(item));

        assertThat(answer.at("/data/inventoryTransferCreateAsReadyToShip/inventoryTransfer/status")
                        .asString())
                .isEqualTo("READY_TO_SHIP");
        assertThat(stall.mugs()).isEqualTo(6);
        assertThat(stall.shop.available("barn", "MUG-BLUE")).isZero();
        stall.later.forEach(Runnable::run);
        assertThat(stall.shop.available("barn", "MUG-BLUE")).isEqualTo(4);
        var known = stall.ask(
                "{ inventoryTransfers(first: 5) { nodes { status shipments(first: 5) { nodes { dateShipped } } } } }");
        assertThat(known.at("/data/inventoryTransfers/nodes/0/status").asString())
                .isEqualTo("IN_PROGRESS"); // the stall's clock stands still
        assertThat(known.at("/data/inventoryTransfers/nodes/0/shipments/nodes/0/dateShipped")
                        .asString())
                .isEqualTo(ShopifyStall.NOON.toString());
    }

    @Test
    void throttlesWhoAsksTooMuch() {
        try (var poor = new ShopifyStall(new CostThrottle(50, 1, InstantSource.fixed(ShopifyStall.NOON)))) {
            var query = "{ orders(first: 30) { nodes { id } } }"; // 2 + 30 points
            poor.shop.sell(ShopifyStall.sale("quay", Sale.Channel.SHOP, new Sale.Line("COFFEE", 1, 850, 0)));
            var greedy = "{ orders(first: 49) { nodes { id } } }";

            assertThat(poor.ask(greedy).at("/errors/0/extensions/code").asString())
                    .isEqualTo("MAX_COST_EXCEEDED");
            var answer = poor.ask(query);
            assertThat(answer.at("/extensions/cost/requestedQueryCost").asInt()).isEqualTo(32);
            for (var asked = 0; asked < 30; asked++) {
                answer = poor.ask(query);
            }
            assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("THROTTLED");
            assertThat(answer.at("/extensions/cost/actualQueryCost").isNull()).isTrue();
            assertThat(answer.at("/extensions/cost/throttleStatus/maximumAvailable")
                            .asInt())
                    .isEqualTo(50);
        }
    }

    @Test
    void pagesThroughOrdersWithoutLosingOrRepeatingOne() {
        for (var number = 0; number < 7; number++) {
            stall.shop.sell(ShopifyStall.sale("quay", Sale.Channel.SHOP, new Sale.Line("COFFEE", 1, 850, 0)));
        }
        var seen = new java.util.ArrayList<String>();
        var after = "null";
        JsonNode page;
        do {
            page = stall.ask("""
                    { orders(first: 3, after: %s, sortKey: UPDATED_AT, query: "updated_at:>='2026-07-01T00:00:00Z'") {
                        nodes { name } pageInfo { hasNextPage endCursor } } }
                    """.formatted(after)).at("/data/orders");
            page.path("nodes").forEach(node -> seen.add(node.path("name").asString()));
            after = "\"%s\"".formatted(page.at("/pageInfo/endCursor").asString());
        } while (page.at("/pageInfo/hasNextPage").asBoolean());

        assertThat(seen).containsExactly("#1001", "#1002", "#1003", "#1004", "#1005", "#1006", "#1007");
    }

    @Test
    void findsNothingBeyondTheTimeAskedFor() {
        stall.shop.sell(ShopifyStall.sale("quay", Sale.Channel.SHOP, new Sale.Line("COFFEE", 1, 850, 0)));

        var answer = stall.ask("{ orders(first: 3, query: \"updated_at:>2026-07-02\") { nodes { name } } }");

        assertThat(answer.at("/data/orders/nodes")).isEmpty();
    }

    @Test
    void refusesAStranger() {
        assertThat(stall.ask("{ shop { name } }", "guess").path("errors").asString())
                .contains("Invalid API key");
    }

    @Test
    void answersEveryFieldOfItsSchema() {
        var id = stall.shop.sell(ShopifyStall.sale("barn", Sale.Channel.WEB, new Sale.Line("MUG-BLUE", 2, 1200, 100)));
        stall.shop.fulfil(id, ShopifyStall.NOON);
        stall.shop.takeBack(id, "MUG-BLUE", 1, ShopifyStall.NOON);

        var answer = stall.ask(EverySchemaField.query());

        assertThat(answer.path("errors")).isEmpty();
        assertThat(answer.at("/data/orders/nodes/0/refunds/0/refundLineItems/nodes/0/quantity")
                        .asInt())
                .isEqualTo(1);
    }

    private static String adjust(int delta, String from, String key) {
        return """
                mutation { inventoryAdjustQuantities(input: {name: "available", reason: "correction",
                  changes: [{?, delta: %d, changeFromQuantity: %s}]}) @idempotent(key: "%s") {
                    inventoryAdjustmentGroup { id createdAt reason } userErrors { code field message } } }
                """.formatted(delta, from, key);
    }

    private static JsonNode errors(JsonNode answer) {
        return answer.at("/data/inventoryAdjustQuantities/userErrors");
    }

    private static String code(JsonNode answer) {
        return errors(answer).path(0).path("code").asString();
    }
}
