package io.quartermaster.sandbox.shopify;

import graphql.schema.DataFetchingEnvironment;
import io.quartermaster.sandbox.shopify.Relay.Mark;
import io.quartermaster.sandbox.till.Place;
import io.quartermaster.sandbox.web.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What each field of the shop's places, products and stock says. A field that is not named
/// here is not in the schema either, or a wiring test fails.
final class ShopifyFields {

    private final ShopifyAccount account;
    private final ShopifyShop shop;

    ShopifyFields(ShopifyAccount account, ShopifyShop shop) {
        this.account = account;
        this.shop = shop;
    }

    @Nullable
    Object shop(String name) {
        return switch (name) {
            case "id" -> Gid.of("Shop", 1);
            case "name" -> account.name();
            case "currencyCode" -> account.currency().getCurrencyCode();
            case "email" -> "shop@" + account.domain();
            case "ianaTimezone" -> account.zone().getId();
            case "myshopifyDomain" -> account.domain();
            default -> throw unknown("Shop", name);
        };
    }

    @Nullable
    Object location(Place place, DataFetchingEnvironment field) {
        var id = Long.parseLong(place.platformId());
        var name = field.getField().getName();
        return switch (name) {
            case "id" -> Gid.of("Location", id);
            case "legacyResourceId" -> Long.toString(id);
            case "name" -> place.name();
            case "isActive", "hasActiveInventory" -> true;
            case "fulfillsOnlineOrders", "shipsInventory" -> place.online();
            case "address" -> address(place.address());
            case "createdAt", "updatedAt" -> Json.seconds(shop.openedAt());
            case "inventoryLevel" ->
                level(id, Gid.number("InventoryItem", field.getArgumentOrDefault("inventoryItemId", "")));
            case "inventoryLevels" ->
                levels(
                        shop.levels().stream()
                                .filter(level -> level.locationId() == id)
                                .toList(),
                        field);
            default -> throw unknown("Location", name);
        };
    }

    private static Map<String, Object> address(Place.Address address) {
        return Map.of(
                "address1", address.street(),
                "city", address.city(),
                "zip", address.postcode(),
                "country", "United Kingdom",
                "countryCode", address.country());
    }

    @Nullable
    Object product(Product product, DataFetchingEnvironment field) {
        var first = product.variants().getFirst();
        var name = field.getField().getName();
        return switch (name) {
            case "id" -> Gid.of("Product", first.productId());
            case "legacyResourceId" -> Long.toString(first.productId());
            case "title" -> first.article().product();
            case "handle" -> first.handle();
            case "vendor" -> first.article().vendor();
            case "productType" -> first.article().category();
            case "status" -> "ACTIVE";
            case "tags" -> List.of();
            case "createdAt", "updatedAt" -> Json.seconds(first.createdAt());
            case "variants" ->
                Relay.page(product.variants(), item -> new Mark(item.position(), item.variantId()), field);
            default -> throw unknown("Product", name);
        };
    }

    @Nullable
    Object variant(ShopifyItem item, DataFetchingEnvironment field) {
        var name = field.getField().getName();
        return switch (name) {
            case "id" -> Gid.of("ProductVariant", item.variantId());
            case "legacyResourceId" -> Long.toString(item.variantId());
            case "title" -> item.article().option();
            case "displayName" -> item.article().fullName();
            case "sku" -> item.article().sku();
            case "barcode" -> item.article().barcode();
            case "price" -> ShopifyBodies.amount(item.article().price());
            case "compareAtPrice" -> null;
            case "position" -> item.position();
            case "inventoryQuantity" ->
                levelsOf(item).stream().mapToInt(ShopifyLevel::available).sum();
            case "inventoryItem" -> new Item(item);
            case "product" -> new Product(shop.catalog().ofProduct(item.productId()));
            case "createdAt", "updatedAt" -> Json.seconds(item.createdAt());
            default -> throw unknown("ProductVariant", name);
        };
    }

    @Nullable
    Object item(Item item, DataFetchingEnvironment field) {
        var of = item.variant();
        var name = field.getField().getName();
        return switch (name) {
            case "id" -> Gid.of("InventoryItem", of.itemId());
            case "legacyResourceId" -> Long.toString(of.itemId());
            case "sku" -> of.article().sku();
            case "tracked", "requiresShipping" -> true;
            case "duplicateSkuCount" -> 0;
            case "unitCost" -> null; // this retailer keeps costs to itself
            case "variant" -> of;
            case "inventoryLevel" ->
                level(Gid.number("Location", field.getArgumentOrDefault("locationId", "")), of.itemId());
            case "inventoryLevels" -> levels(levelsOf(of), field);
            case "createdAt", "updatedAt" -> Json.seconds(of.createdAt());
            default -> throw unknown("InventoryItem", name);
        };
    }

    @Nullable
    Object level(ShopifyLevel level, DataFetchingEnvironment field) {
        var name = field.getField().getName();
        return switch (name) {
            case "id" -> Gid.ofLevel(level.locationId(), level.item().itemId());
            case "isActive" -> true;
            case "item" -> new Item(level.item());
            case "location" -> level.place();
            case "quantities" -> quantities(level, Objects.requireNonNull(field.<List<String>>getArgument("names")));
            case "createdAt" -> Json.seconds(level.createdAt());
            case "updatedAt" -> Json.seconds(level.updatedAt());
            default -> throw unknown("InventoryLevel", name);
        };
    }

    private List<Map<String, Object>> quantities(ShopifyLevel level, List<String> names) {
        return names.stream()
                .filter(ShopifyLevel.NAMES::contains)
                .map(name -> quantity(level, name))
                .toList();
    }

    private Map<String, Object> quantity(ShopifyLevel level, String name) {
        var id = "%s/%d?inventory_item_id=%d&name=%s"
                .formatted(
                        Gid.of("InventoryQuantity", 0),
                        level.locationId(),
                        level.item().itemId(),
                        name);
        return shop.alone(() -> Map.of(
                "id",
                id,
                "name",
                name,
                "quantity",
                level.quantity(name),
                "updatedAt",
                Json.seconds(name.equals("available") ? level.availableAt() : level.updatedAt())));
    }

    Map<String, Object> levels(List<ShopifyLevel> levels, DataFetchingEnvironment field) {
        var terms = SearchTerms.in(field.getArgument("query"));
        var found = levels.stream()
                .filter(level -> terms.timeFits("updated_at", level.updatedAt()))
                .toList();
        return Relay.page(
                found, level -> new Mark(level.locationId(), level.item().itemId()), field);
    }

    @Nullable
    ShopifyLevel level(long location, long item) {
        return shop.levels().stream()
                .filter(level -> level.locationId() == location && level.item().itemId() == item)
                .findFirst()
                .orElse(null);
    }

    private List<ShopifyLevel> levelsOf(ShopifyItem item) {
        return shop.levels().stream().filter(level -> level.item().equals(item)).toList();
    }

    static IllegalStateException unknown(String type, String field) {
        return new IllegalStateException("The schema has %s.%s, the stand-in does not.".formatted(type, field));
    }

    /// A product is its variants.
    record Product(List<ShopifyItem> variants) {}

    /// A variant, seen as a thing in stock.
    record Item(ShopifyItem variant) {}
}
