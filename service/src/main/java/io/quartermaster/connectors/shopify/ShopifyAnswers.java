package io.quartermaster.connectors.shopify;

import io.quartermaster.connectors.MalformedMessage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What Shopify's API answers, put as its messages put it: one translator reads both, and gives
/// both the same keys.
final class ShopifyAnswers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ShopifyAnswers() {}

    /// An order, as `orders/updated` would tell it.
    static String order(String answer) {
        var order = JSON.readTree(answer);
        var told = JSON.createObjectNode()
                .put("id", number(order, "id"))
                .put("test", order.path("test").asBoolean(false))
                .put("source_name", text(order, "sourceName"))
                .put("fulfillment_status", lower(order, "displayFulfillmentStatus"))
                .put("currency", text(order, "currencyCode"))
                .put("email", text(order, "email"))
                .put("phone", text(order, "phone"))
                .put("location_id", number(order.path("retailLocation"), "id"))
                .put("subtotal_price", amount(order.path("subtotalPriceSet")));
        times(order, told, "createdAt", "updatedAt", "processedAt", "cancelledAt");
        if (order.path("customer").isObject()) {
            told.putObject("customer")
                    .put("id", number(order.path("customer"), "id"))
                    .put("first_name", text(order.path("customer"), "firstName"))
                    .put("last_name", text(order.path("customer"), "lastName"));
        }
        var fulfilments = told.putArray("fulfillments");
        order.path("fulfillments")
                .forEach(one -> fulfilments.addObject().put("location_id", number(one.path("location"), "id")));
        var lines = told.putArray("line_items");
        whole(order, "lineItems").forEach(line -> line(line, lines.addObject()));
        var refunds = told.putArray("refunds");
        order.path("refunds").forEach(refund -> refund(order, refund, lines, refunds.addObject()));
        return JSON.writeValueAsString(told);
    }

    private static void line(JsonNode line, ObjectNode told) {
        told.put("id", number(line, "id"))
                .put("name", text(line, "name"))
                .put("sku", text(line, "sku"))
                .put("gift_card", line.path("isGiftCard").asBoolean(false))
                .put("variant_id", number(line.path("variant"), "id"))
                .put("price", amount(line.path("originalUnitPriceSet")));
        told.set("quantity", line.path("quantity"));
        told.set("current_quantity", line.path("currentQuantity"));
        var discounts = told.putArray("discount_allocations");
        line.path("discountAllocations")
                .forEach(one -> discounts.addObject().put("amount", amount(one.path("allocatedAmountSet"))));
    }

    private static void refund(JsonNode order, JsonNode refund, ArrayNode lines, ObjectNode told) {
        told.put("id", number(refund, "id")).put("order_id", number(order, "id"));
        times(refund, told, "createdAt", "processedAt");
        var back = told.putArray("refund_line_items");
        for (var line : whole(refund, "refundLineItems")) {
            var sold = number(line.path("lineItem"), "id");
            var one = back.addObject()
                    .put("id", number(line, "id"))
                    .put("line_item_id", sold)
                    .put("location_id", number(line.path("location"), "id"))
                    .put("restock_type", lower(line, "restockType"))
                    .put("subtotal", amount(line.path("subtotalSet")));
            one.set("quantity", line.path("quantity"));
            for (var candidate : lines) {
                if (candidate.path("id").asString("").equals(sold)) {
                    one.set("line_item", candidate);
                }
            }
        }
    }

    /// A product, as `products/update` would tell it.
    static String product(String answer) {
        var product = JSON.readTree(answer);
        var told = JSON.createObjectNode()
                .put("id", number(product, "id"))
                .put("title", text(product, "title"))
                .put("vendor", text(product, "vendor"))
                .put("product_type", text(product, "productType"))
                .put("status", lower(product, "status"));
        times(product, told, "updatedAt");
        var variants = told.putArray("variants");
        for (var variant : whole(product, "variants")) {
            variants.addObject()
                    .put("id", number(variant, "id"))
                    .put("title", text(variant, "title"))
                    .put("sku", text(variant, "sku"))
                    .put("barcode", text(variant, "barcode"))
                    .put("price", text(variant, "price"))
                    .put("inventory_item_id", number(variant.path("inventoryItem"), "id"));
        }
        return JSON.writeValueAsString(told);
    }

    /// A page of one location's levels, each as `inventory_levels/update` would tell it.
    static String levels(String answer) {
        var location = JSON.readTree(answer);
        var told = JSON.createObjectNode();
        var levels = told.putArray("levels");
        for (var level : location.path("inventoryLevels").path("nodes")) {
            var available = level.path("quantities").path(0);
            var one = levels.addObject()
                    .put("inventory_item_id", number(level.path("item"), "id"))
                    .put("location_id", number(location, "id"))
                    // A message tells when that changed which it tells; a level changes for more reasons.
                    .put("updated_at", text(available.hasNonNull("updatedAt") ? available : level, "updatedAt"));
            if (level.path("item").path("tracked").asBoolean(true)) {
                one.set("available", available.path("quantity"));
            }
        }
        return JSON.writeValueAsString(told);
    }

    /// Whether an answer has all of the thing: part of an order must never stand for the order.
    static boolean isWhole(JsonNode thing, int refundsMax) {
        for (var list : new String[] {"lineItems", "variants", "refundLineItems"}) {
            if (thing.path(list).path("pageInfo").path("hasNextPage").asBoolean(false)) {
                return false;
            }
        }
        var refunds = thing.path("refunds");
        if (refunds.size() >= refundsMax) {
            return false;
        }
        for (var refund : refunds) {
            if (!isWhole(refund, refundsMax)) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode whole(JsonNode of, String list) {
        var found = of.path(list);
        if (found.path("pageInfo").path("hasNextPage").asBoolean(false)) {
            throw new MalformedMessage("The list %s is longer than we ask for at once.".formatted(list));
        }
        return found.path("nodes");
    }

    private static void times(JsonNode from, ObjectNode told, String... fields) {
        for (var field : fields) {
            told.put(field.substring(0, field.length() - 2) + "_at", text(from, field));
        }
    }

    private static String lower(JsonNode from, String field) {
        return from.path(field).asString("").toLowerCase(Locale.ROOT);
    }

    private static @Nullable String text(JsonNode from, String field) {
        return from.hasNonNull(field) ? from.path(field).asString() : null;
    }

    /// The number at the end of an id such as `gid://shopify/LineItem/14200000000001`. It is asked
    /// for in this form only: a bare number as text may look like a card's, and is masked on its
    /// way in.
    private static @Nullable String number(JsonNode from, String field) {
        var id = text(from, field);
        return id == null ? null : id.substring(id.lastIndexOf('/') + 1);
    }

    private static @Nullable String amount(JsonNode set) {
        return text(set.path("shopMoney"), "amount");
    }
}
