package io.quartermaster.sandbox.shopify;

import io.quartermaster.sandbox.shopify.ShopifyOrder.Refund;
import io.quartermaster.sandbox.till.Place;
import io.quartermaster.sandbox.web.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The bodies of products, places and levels, as Shopify's webhooks carry them: the legacy REST
/// resources, unwrapped.
final class ShopifyBodies {

    private final ShopifyAccount account;

    ShopifyBodies(ShopifyAccount account) {
        this.account = account;
    }

    ObjectNode location(Place place, Instant at) {
        var id = Long.parseLong(place.platformId());
        return Json.object()
                .put("id", id)
                .put("name", place.name())
                .put("address1", place.address().street())
                .putNull("address2")
                .put("city", place.address().city())
                .put("zip", place.address().postcode())
                .putNull("province")
                .put("country", place.address().country())
                .putNull("phone")
                .put("created_at", time(at))
                .put("updated_at", time(at))
                .put("country_code", place.address().country())
                .put("country_name", "United Kingdom")
                .putNull("province_code")
                .put("legacy", false)
                .put("active", true)
                .put("admin_graphql_api_id", Gid.of("Location", id));
    }

    ObjectNode level(ShopifyLevel level) {
        return Json.object()
                .put("inventory_item_id", level.item().itemId())
                .put("location_id", level.locationId())
                .put("available", level.available())
                .put("updated_at", time(level.updatedAt()))
                .put(
                        "admin_graphql_api_id",
                        Gid.ofLevel(level.locationId(), level.item().itemId()));
    }

    ObjectNode product(List<ShopifyItem> variants, Instant updatedAt) {
        var first = variants.getFirst();
        var article = first.article();
        var body = Json.object()
                .put("id", first.productId())
                .put("title", article.product())
                .put("body_html", "<p>%s</p>".formatted(article.product()))
                .put("vendor", article.vendor())
                .put("product_type", article.category())
                .put("created_at", time(first.createdAt()))
                .put("handle", first.handle())
                .put("updated_at", time(updatedAt))
                .put("published_at", time(first.createdAt()))
                .putNull("template_suffix")
                .put("published_scope", "global")
                .put("tags", "")
                .put("status", "active")
                .put("admin_graphql_api_id", Gid.of("Product", first.productId()));
        body.set("variants", Json.array(variants.stream().map(this::variant).toList()));
        body.set("options", Json.array(List.of(options(variants))));
        body.set("images", Json.array());
        return body.putNull("image");
    }

    private ObjectNode variant(ShopifyItem item) {
        return Json.object()
                .put("id", item.variantId())
                .put("product_id", item.productId())
                .put("title", item.article().option())
                .put("price", amount(item.article().price()))
                .put("position", item.position())
                .put("inventory_policy", "deny")
                .putNull("compare_at_price")
                .put("option1", item.article().option())
                .putNull("option2")
                .putNull("option3")
                .put("created_at", time(item.createdAt()))
                .put("updated_at", time(item.createdAt()))
                .put("taxable", item.article().taxPercent() > 0)
                .put("barcode", item.article().barcode())
                .put("fulfillment_service", "manual")
                .put("grams", 0)
                .put("inventory_management", "shopify")
                .put("requires_shipping", true)
                .put("sku", item.article().sku())
                .put("weight", 0.0)
                .put("weight_unit", "kg")
                .put("inventory_item_id", item.itemId())
                .put("admin_graphql_api_id", Gid.of("ProductVariant", item.variantId()))
                .putNull("image_id");
    }

    private static ObjectNode options(List<ShopifyItem> variants) {
        var only = variants.size() == 1;
        var values = Json.array();
        variants.forEach(variant -> values.add(variant.article().option()));
        var option = Json.object()
                .put("id", variants.getFirst().productId() + 1)
                .put("product_id", variants.getFirst().productId())
                .put("name", only ? "Title" : "Kind")
                .put("position", 1);
        option.set("values", values);
        return option;
    }

    ObjectNode refund(ShopifyOrder order, Refund refund) {
        var body = Json.object()
                .put("id", refund.id())
                .put("order_id", order.id())
                .put("created_at", time(refund.at()))
                .put("note", refund.note())
                .putNull("user_id")
                .put("processed_at", time(refund.at()))
                .put("restock", true)
                .put("admin_graphql_api_id", Gid.of("Refund", refund.id()))
                .putNull("return");
        body.set("duties", Json.array());
        body.set("total_duties_set", money(0));
        body.set("additional_fees", Json.array());
        body.set("total_additional_fees_set", money(0));
        body.set("refund_shipping_lines", Json.array());
        body.set("order_adjustments", Json.array());
        body.set(
                "refund_line_items",
                Json.array(refund.lines().stream()
                        .map(line -> refundLine(order, line))
                        .toList()));
        body.set("transactions", Json.array(List.of(refundTransaction(order, refund))));
        return body;
    }

    private ObjectNode refundLine(ShopifyOrder order, ShopifyOrder.RefundLine line) {
        var tax = line.line().item().article().taxIn(line.amount());
        var body = Json.object()
                .put("id", line.id())
                .put("quantity", line.quantity())
                .put("line_item_id", line.line().id())
                .put("location_id", Long.parseLong(order.place().platformId()))
                .put("restock_type", line.restock())
                .put("subtotal", line.amount() / 100.0)
                .put("total_tax", tax / 100.0);
        body.set("subtotal_set", money(line.amount()));
        body.set("total_tax_set", money(tax));
        var sold = line(order, line.line());
        sold.remove("current_quantity"); // only an order's own lines carry it
        body.set("line_item", sold);
        return body;
    }

    private ObjectNode refundTransaction(ShopifyOrder order, Refund refund) {
        return Json.object()
                .put("id", refund.id() + 1_000_000_000L)
                .put("order_id", order.id())
                .put("kind", "refund")
                .put("gateway", order.isPos() ? "shopify_payments" : "bogus")
                .put("status", "success")
                .putNull("message")
                .put("created_at", time(refund.at()))
                .put("test", false)
                .put("processed_at", time(refund.at()))
                .put("source_name", order.isPos() ? "pos" : "web")
                .put("amount", amount(refund.amount()))
                .put("currency", account.currency().getCurrencyCode())
                .put("admin_graphql_api_id", Gid.of("OrderTransaction", refund.id() + 1_000_000_000L));
    }

    ObjectNode line(ShopifyOrder order, ShopifyOrder.Line line) {
        var article = line.item().article();
        var done = order.fulfilledAt() != null;
        var body = Json.object()
                .put("id", line.id())
                .put("admin_graphql_api_id", Gid.of("LineItem", line.id()))
                .put("current_quantity", order.current(line))
                .put("fulfillable_quantity", done ? 0 : order.current(line))
                .put("fulfillment_service", "manual")
                .put("fulfillment_status", done ? "fulfilled" : null)
                .put("gift_card", false)
                .put("grams", 0)
                .put("name", article.fullName())
                .put("price", amount(line.sold().unitPrice()))
                .put("product_exists", true)
                .put("product_id", line.item().productId())
                .put("quantity", line.sold().quantity())
                .put("requires_shipping", !order.isPos())
                .put("sku", article.sku())
                .put("taxable", article.taxPercent() > 0)
                .put("title", article.product())
                .put("total_discount", "0.00")
                .put("variant_id", line.item().variantId())
                .put("variant_inventory_management", "shopify")
                .put("variant_title", article.option())
                .put("vendor", article.vendor());
        body.set("price_set", money(line.sold().unitPrice()));
        body.set("total_discount_set", money(0));
        body.set("properties", Json.array());
        body.set("duties", Json.array());
        body.set(
                "tax_lines",
                Json.array(List.of(
                        taxLine(article.taxPercent(), article.taxIn(line.sold().total())))));
        body.set("discount_allocations", allocations(line.sold().discount()));
        return body;
    }

    private tools.jackson.databind.node.ArrayNode allocations(int discount) {
        var allocations = Json.array();
        if (discount > 0) {
            var allocation = Json.object().put("amount", amount(discount)).put("discount_application_index", 0);
            allocation.set("amount_set", money(discount));
            allocations.add(allocation);
        }
        return allocations;
    }

    ObjectNode taxLine(int percent, int tax) {
        var line = Json.object()
                .put("price", amount(tax))
                .put("rate", percent / 100.0)
                .put("title", "GB VAT")
                .put("channel_liable", false);
        line.set("price_set", money(tax));
        return line;
    }

    ObjectNode money(int minor) {
        var shown = Json.object()
                .put("amount", amount(minor))
                .put("currency_code", account.currency().getCurrencyCode());
        var set = Json.object();
        set.set("shop_money", shown);
        set.set("presentment_money", shown.deepCopy());
        return set;
    }

    static String amount(int minor) {
        return java.math.BigDecimal.valueOf(minor, 2).toPlainString();
    }

    String time(Instant at) {
        return Json.withOffset(at, account.zone());
    }

    @Nullable
    String timeOrNull(@Nullable Instant at) {
        return at == null ? null : time(at);
    }
}
