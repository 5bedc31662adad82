package io.quartermaster.connectors.shopify;

import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.InboundMessage;
import io.quartermaster.connectors.Translation;
import io.quartermaster.connectors.Translation.Ignored;
import io.quartermaster.connectors.Translation.Told;
import io.quartermaster.connectors.Translation.Translated;
import io.quartermaster.connectors.WireJson;
import io.quartermaster.retail.CatalogEvent.LocationListed;
import io.quartermaster.retail.CatalogEvent.VariantListed;
import io.quartermaster.retail.Gtin;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.ItemRef;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.StockEvent.Measure;
import io.quartermaster.retail.StockEvent.StockReported;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Shopify's products, locations and stock levels.
final class ShopifyCatalog {

    private static final Pattern GTIN = Pattern.compile("\\d{8}|\\d{12,14}");
    private static final String UNNAMED_VARIANT = "Default Title";

    private ShopifyCatalog() {}

    static Translation product(InboundMessage message, WireJson product) {
        return new Translated(product.list("variants").stream()
                .map(variant -> Told.of(variant(message.connection(), product, variant)))
                .toList());
    }

    static Translation location(InboundMessage message, WireJson location) {
        var connection = message.connection();
        var id = location.text("id");
        var at = location.instant("updated_at");
        var origin = new Origin(connection.id(), "location/%s/%s".formatted(id, at), at);
        var zone = ZoneId.of(connection.setting("zone").orElse("UTC"));
        var name = location.words("name");
        var dayStart = LocalTime.parse(connection.setting("day-start").orElse("00:00"));
        return new Translated(List.of(Told.of(new LocationListed(
                origin, connection.location(id), name.isEmpty() ? id : name, zone, dayStart, null))));
    }

    /// Shopify tells what is available, by the number of the inventory item and of the location.
    static Translation level(InboundMessage message, WireJson level) {
        var connection = message.connection();
        var number = level.text("inventory_item_id");
        var location = level.text("location_id");
        if (!level.has("available")) {
            return new Ignored("Shopify does not track the stock of this item");
        }
        var available = level.decimal("available");
        var at = level.instant("updated_at");
        // Two changes within a second bear the same time: the level tells them apart.
        var key = "level/%s/%s/%s/%s".formatted(number, location, at, available.toPlainString());
        var item = new Item(List.of(ItemRef.own(connection.id(), "inventory-item", number)), null, "");
        return new Translated(List.of(Told.of(new StockReported(
                new Origin(connection.id(), key, at),
                connection.location(location),
                item,
                Quantity.each(available),
                Measure.AVAILABLE))));
    }

    static Translation levels(InboundMessage message, WireJson page) {
        var told = new ArrayList<Told>();
        for (var level : page.list("levels")) {
            if (level(message, level) instanceof Translated(var one)) {
                told.addAll(one);
            }
        }
        return told.isEmpty() ? new Ignored("Shopify tracks the stock of none of these") : new Translated(told);
    }

    private static VariantListed variant(Connection connection, WireJson product, WireJson variant) {
        var id = variant.text("id");
        var asOf = product.instant("updated_at");
        var price = variant.decimalIfAny("price");
        return new VariantListed(
                new Origin(connection.id(), "variant/%s/%s".formatted(id, asOf), asOf),
                asOf,
                item(connection, product, variant, id),
                gtin(variant),
                product.words("product_type"),
                product.words("vendor"),
                price == null ? null : Money.nearest(price, connection.currency()),
                Objects.equals(Objects.requireNonNullElse(product.textIfAny("status"), "active"), "active"));
    }

    private static Item item(Connection connection, WireJson product, WireJson variant, String id) {
        var refs = new ArrayList<ItemRef>();
        var label = variant.textIfAny("sku");
        var sku = label == null ? null : new Sku(label);
        if (sku != null) {
            refs.add(ItemRef.sku(sku));
        }
        refs.add(ItemRef.own(connection.id(), "variant", id));
        var inventoryItem = variant.textIfAny("inventory_item_id");
        if (inventoryItem != null) {
            refs.add(ItemRef.own(connection.id(), "inventory-item", inventoryItem));
        }
        var gtin = gtin(variant);
        if (gtin != null) {
            refs.add(ItemRef.gtin(gtin));
        }
        var title = variant.words("title");
        var suffix = title.isEmpty() || title.equals(UNNAMED_VARIANT) ? "" : " - " + title;
        return new Item(refs, sku, product.words("title") + suffix);
    }

    /// Only what looks like a barcode number; shops write all sorts of things there.
    private static @Nullable Gtin gtin(WireJson variant) {
        var barcode = variant.textIfAny("barcode");
        return barcode != null && GTIN.matcher(barcode.strip()).matches() ? new Gtin(barcode.strip()) : null;
    }
}
