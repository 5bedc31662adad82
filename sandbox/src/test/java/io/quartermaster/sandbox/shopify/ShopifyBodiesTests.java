package io.quartermaster.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.sandbox.Shared;
import io.quartermaster.sandbox.hooks.Signatures;
import io.quartermaster.sandbox.till.Sale;
import io.quartermaster.sandbox.till.Till.Chatter;
import io.quartermaster.sandbox.web.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Bodies and headers, held against what Shopify's own SDK is tested with.
class ShopifyBodiesTests {

    private static final Sale.Line MUGS = new Sale.Line("MUG-BLUE", 3, 1200, 100);
    private final ShopifyStall stall = new ShopifyStall();

    @AfterEach
    void close() {
        stall.close();
    }

    @Test
    void anOrderHasTheShapeOfShopifysOwn() throws InterruptedException {
        var id = stall.shop.sell(ShopifyStall.sale("barn", Sale.Channel.WEB, MUGS));
        stall.shop.fulfil(id, ShopifyStall.NOON);
        stall.shop.takeBack(id, "MUG-BLUE", 1, ShopifyStall.NOON);

        var updated = body("orders/updated");

        // `phone` of the fixture's customer, `number`s of ours: only kinds of values are compared.
        assertThat(differences(official("rest-order/order-12-POST.json", "order"), updated, ""))
                .isEmpty();
    }

    @Test
    void aRefundHasTheShapeOfShopifysOwn() throws InterruptedException {
        var id = stall.shop.sell(ShopifyStall.sale("quay", Sale.Channel.SHOP, MUGS));
        stall.shop.takeBack(id, "MUG-BLUE", 1, ShopifyStall.NOON);

        var refund = body("refunds/create");

        assertThat(differences(
                        official("rest-refund/refund-1-GET.json", "refunds").path(0), refund, ""))
                .isEmpty();
        assertThat(refund.at("/refund_line_items/0/subtotal").asDouble()).isEqualTo(11.66);
    }

    @Test
    void theRefundsOfALineAddUpToThePenny() throws InterruptedException {
        var id = stall.shop.sell(ShopifyStall.sale("quay", Sale.Channel.SHOP, MUGS)); // 35.00 for three
        for (var back = 0; back < 3; back++) {
            stall.shop.takeBack(id, "MUG-BLUE", 1, ShopifyStall.NOON);
        }

        var amounts = stall.hooks("refunds/create").stream()
                .map(request -> Json.read(request.body()).at("/refund_line_items/0/subtotal_set/shop_money/amount"))
                .map(amount -> new java.math.BigDecimal(amount.asString()))
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
        assertThat(amounts).isEqualByComparingTo("35.00");
    }

    @Test
    void aProductHasTheShapeOfShopifysOwn() throws InterruptedException {
        var product = body("products/create");

        assertThat(differences(
                        official("rest-product/product-1-GET.json", "products").path(0), product, ""))
                .isEmpty();
    }

    @Test
    void aLevelIsExactlyWhatShopifySends() throws InterruptedException {
        var recorded =
                Json.read(Shared.bytes("platforms/fixtures/shopify/webhook-inventory/inventory_levels-update.json"));

        assertThat(body("inventory_levels/update").propertyNames()).isEqualTo(recorded.propertyNames());
    }

    @Test
    void aPosSaleIsDoneAtOnceAndAWebOrderIsNot() throws InterruptedException {
        stall.shop.sell(ShopifyStall.sale("quay", Sale.Channel.SHOP, MUGS));
        var pos = body("orders/create");
        assertThat(pos.path("source_name").asString()).isEqualTo("pos");
        assertThat(pos.path("fulfillment_status").asString()).isEqualTo("fulfilled");
        assertThat(pos.path("location_id").asLong()).isEqualTo(501);

        var id = stall.shop.sell(ShopifyStall.sale("barn", Sale.Channel.WEB, MUGS));
        var web = Json.read(stall.hooks("orders/create").getLast().body());
        assertThat(web.path("source_name").asString()).isEqualTo("web");
        assertThat(web.path("fulfillment_status").isNull()).isTrue();
        assertThat(web.path("location_id").isNull()).isTrue();

        stall.shop.cancel(id, ShopifyStall.NOON);
        assertThat(body("orders/cancelled").path("cancel_reason").asString()).isEqualTo("customer");
        assertThat(stall.shop.available("barn", "MUG-BLUE")).isZero();
    }

    @Test
    void everyMessageIsSignedAndLabelled() throws InterruptedException {
        stall.shop.chatter(Chatter.FULL);
        stall.shop.sell(ShopifyStall.sale("quay", Sale.Channel.SHOP, MUGS));

        var create = stall.hooks("orders/create").getFirst();
        var paid = stall.hooks("orders/paid").getFirst();
        assertThat(create.header("X-Shopify-Hmac-Sha256")).contains(Signatures.shopify("secret", create.body()));
        assertThat(create.header("X-Shopify-Shop-Domain")).contains("stall.myshopify.com");
        assertThat(create.header("X-Shopify-API-Version")).contains("2026-07");
        assertThat(create.header("X-Shopify-Triggered-At")).contains("2026-07-01T12:00:00Z");
        assertThat(create.header("X-Shopify-Event-Id")).isEqualTo(paid.header("X-Shopify-Event-Id"));
        assertThat(create.header("X-Shopify-Webhook-Id")).isNotEqualTo(paid.header("X-Shopify-Webhook-Id"));
    }

    private JsonNode body(String topic) throws InterruptedException {
        return Json.read(stall.hooks(topic).getFirst().body());
    }

    private static JsonNode official(String file, String field) {
        return Json.read(Shared.bytes("platforms/fixtures/shopify/" + file)).path(field);
    }

    /// Fields of ours that theirs do not have, or whose values are of another kind.
    private static List<String> differences(JsonNode theirs, JsonNode ours, String path) {
        var differences = new ArrayList<String>();
        if (ours.isObject() && theirs.isObject()) {
            ours.propertyStream().forEach(field -> {
                var here = path + "/" + field.getKey();
                if (!theirs.has(field.getKey())) {
                    if (!KNOWN_FROM_POS.contains(field.getKey())) {
                        differences.add(here + " is not Shopify's");
                    }
                } else {
                    differences.addAll(differences(theirs.path(field.getKey()), field.getValue(), here));
                }
            });
        } else if (ours.isArray() && theirs.isArray()) {
            if (!ours.isEmpty() && !theirs.isEmpty()) {
                differences.addAll(differences(theirs.path(0), ours.path(0), path + "/0"));
            }
        } else if (!ours.isNull() && !theirs.isNull() && ours.getNodeType() != theirs.getNodeType()) {
            differences.add("%s is %s, not %s".formatted(path, theirs.getNodeType(), ours.getNodeType()));
        }
        return differences;
    }

    /// Fields that the SDK's sample happens to lack, because its shop is another one.
    private static final Set<String> KNOWN_FROM_POS = Set.of("title", "status");
}
