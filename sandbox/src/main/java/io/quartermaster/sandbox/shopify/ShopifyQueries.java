package io.quartermaster.sandbox.shopify;

import graphql.schema.DataFetchingEnvironment;
import io.quartermaster.sandbox.shopify.Relay.Mark;
import io.quartermaster.sandbox.shopify.ShopifyFields.Item;
import io.quartermaster.sandbox.shopify.ShopifyFields.Product;
import io.quartermaster.sandbox.shopify.ShopifyHooks.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The questions that the API answers.
final class ShopifyQueries {

    private static final Pattern LEVEL_ID =
            Pattern.compile("gid://shopify/InventoryLevel/(\\d{1,18})\\?inventory_item_id=(\\d{1,18})");

    private final ShopifyShop shop;
    private final ShopifyFields fields;
    private final ShopifyTransfers transfers;

    ShopifyQueries(ShopifyShop shop, ShopifyFields fields, ShopifyTransfers transfers) {
        this.shop = shop;
        this.fields = fields;
        this.transfers = transfers;
    }

    @Nullable
    Object answer(DataFetchingEnvironment field) {
        var name = field.getField().getName();
        return switch (name) {
            case "shop" -> shop;
            case "location" -> location(id("Location", field));
            case "locations" -> locations(field);
            case "product" -> product(id("Product", field));
            case "products" -> products(field);
            case "productVariant" ->
                shop.catalog().byVariant(id("ProductVariant", field)).orElse(null);
            case "productVariants" -> variants(field);
            case "inventoryItem" ->
                shop.catalog().byItem(id("InventoryItem", field)).map(Item::new).orElse(null);
            case "inventoryItems" -> items(field);
            case "inventoryLevel" -> level(field.getArgumentOrDefault("id", ""));
            case "inventoryTransfers" -> transfers.found(field);
            case "order" -> order(id("Order", field));
            case "orders" -> orders(field);
            case "webhookSubscriptions" -> subscriptions(field);
            default -> throw ShopifyFields.unknown("QueryRoot", name);
        };
    }

    private @Nullable Object location(long id) {
        return shop.places().stream()
                .filter(place -> place.platformId().equals(Long.toString(id)))
                .findFirst()
                .orElse(null);
    }

    private Object locations(DataFetchingEnvironment field) {
        return Relay.page(shop.places(), place -> new Mark(0, Long.parseLong(place.platformId())), field);
    }

    private @Nullable Object product(long id) {
        var variants = shop.catalog().ofProduct(id);
        return variants.isEmpty() ? null : new Product(variants);
    }

    private Object products(DataFetchingEnvironment field) {
        var terms = SearchTerms.in(field.getArgument("query"));
        var found = shop.catalog().products().stream()
                .map(id -> new Product(shop.catalog().ofProduct(id)))
                .filter(product -> fits(terms, product.variants().getFirst().createdAt()))
                .filter(product -> product.variants().stream()
                        .anyMatch(item -> terms.textFits("sku", item.article().sku())))
                .toList();
        return Relay.page(
                found, product -> new Mark(0, product.variants().getFirst().productId()), field);
    }

    private List<ShopifyItem> found(DataFetchingEnvironment field) {
        var terms = SearchTerms.in(field.getArgument("query"));
        return shop.catalog().all().stream()
                .filter(item -> fits(terms, item.createdAt()))
                .filter(item -> terms.textFits("sku", item.article().sku()))
                .filter(item -> terms.textFits("barcode", item.article().barcode()))
                .toList();
    }

    private Object variants(DataFetchingEnvironment field) {
        return Relay.page(found(field), item -> new Mark(0, item.variantId()), field);
    }

    private Object items(DataFetchingEnvironment field) {
        var found = found(field).stream().map(Item::new).toList();
        return Relay.page(found, item -> new Mark(0, item.variant().itemId()), field);
    }

    private @Nullable Object level(String id) {
        var match = LEVEL_ID.matcher(id);
        return match.matches() ? fields.level(Long.parseLong(match.group(1)), Long.parseLong(match.group(2))) : null;
    }

    private @Nullable Object order(long id) {
        return shop.orders().stream()
                .filter(order -> order.id() == id)
                .findFirst()
                .orElse(null);
    }

    private Object orders(DataFetchingEnvironment field) {
        var terms = SearchTerms.in(field.getArgument("query"));
        var found = shop.orders().stream()
                .filter(order -> terms.timeFits("updated_at", order.updatedAt()))
                .filter(order -> terms.timeFits("created_at", order.sale().at()))
                .filter(order -> terms.timeFits("processed_at", order.sale().at()))
                .filter(order -> terms.textFits("name", order.name()))
                .toList();
        var byUpdate = "UPDATED_AT".equals(field.getArgument("sortKey"));
        return Relay.page(
                found,
                order -> new Mark((byUpdate ? order.updatedAt() : order.sale().at()).toEpochMilli(), order.id()),
                field);
    }

    private Object subscriptions(DataFetchingEnvironment field) {
        List<String> topics = field.getArgument("topics");
        var found = shop.hooks().subscriptions().stream()
                .filter(known -> topics == null || topics.contains(known.topic()))
                .map(ShopifyQueries::shown)
                .toList();
        return Relay.page(
                found, known -> new Mark(0, Gid.number("WebhookSubscription", String.valueOf(known.get("id")))), field);
    }

    static Map<String, Object> shown(Subscription known) {
        return Map.of(
                "id", Gid.of("WebhookSubscription", known.id()),
                "legacyResourceId", Long.toString(known.id()),
                "topic", known.topic(),
                "uri", known.subscriber().url().toString(),
                "format", "JSON",
                "includeFields", List.of(),
                "createdAt", known.createdAt().toString(),
                "updatedAt", known.createdAt().toString(),
                "apiVersion",
                        Map.of(
                                "handle", ShopifyAccount.API_VERSION,
                                "displayName", ShopifyAccount.API_VERSION,
                                "supported", true));
    }

    private static boolean fits(SearchTerms terms, Instant at) {
        return terms.timeFits("updated_at", at) && terms.timeFits("created_at", at);
    }

    private static long id(String type, DataFetchingEnvironment field) {
        return Gid.number(type, field.getArgumentOrDefault("id", ""));
    }
}
