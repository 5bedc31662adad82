package io.quartermaster.connectors.square;

import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.InboundMessage;
import io.quartermaster.connectors.Translation;
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
import io.quartermaster.retail.Sku;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Square's catalog and locations, as they were fetched.
final class SquareCatalog {

    private static final Pattern GTIN = Pattern.compile("\\d{8}|\\d{12,14}");
    private static final String UNNAMED_VARIATION = "Regular";

    private SquareCatalog() {}

    /// A page of the catalog: items with their variations, and the categories that they name.
    static Translation page(InboundMessage message, WireJson body) {
        var categories = new HashMap<String, String>();
        var objects = new ArrayList<>(body.list("objects"));
        objects.addAll(body.listIfAny("related_objects"));
        for (var object : objects) {
            var category = object.objectIfAny("category_data");
            if (category != null) {
                categories.put(object.text("id"), category.words("name"));
            }
        }
        var told = new ArrayList<Told>();
        for (var object : objects) {
            var item = object.objectIfAny("item_data");
            if (item != null) {
                for (var variation : item.listIfAny("variations")) {
                    told.add(Told.of(listed(message.connection(), item, variation, categories)));
                }
            }
        }
        return new Translated(told);
    }

    static Translation location(InboundMessage message, WireJson body) {
        var location = body.object("location");
        var connection = message.connection();
        var id = location.text("id");
        var at = location.instant("created_at");
        var told = location.textIfAny("timezone");
        var zone = ZoneId.of(told == null ? connection.setting("zone").orElse("UTC") : told);
        var dayStart = LocalTime.parse(connection.setting("day-start").orElse("00:00"));
        var name = location.words("name");
        return new Translated(List.of(Told.of(new LocationListed(
                new Origin(connection.id(), "location/%s/%s".formatted(id, message.delivery()), at),
                connection.location(id),
                name.isEmpty() ? id : name,
                zone,
                dayStart,
                null))));
    }

    /// The SKU of each variation among the objects that came with an order.
    static Map<String, String> skus(List<WireJson> objects) {
        var skus = new HashMap<String, String>();
        for (var object : objects) {
            var data = object.objectIfAny("item_variation_data");
            var sku = data == null ? null : data.textIfAny("sku");
            if (sku != null) {
                skus.put(object.text("id"), sku);
            }
        }
        return skus;
    }

    static String name(String product, String variation) {
        return variation.isEmpty() || variation.equals(UNNAMED_VARIATION) ? product : product + " - " + variation;
    }

    private static VariantListed listed(
            Connection connection, WireJson item, WireJson variation, Map<String, String> categories) {
        var id = variation.text("id");
        var data = variation.object("item_variation_data");
        var asOf = variation.instant("updated_at");
        var version = Objects.requireNonNullElse(variation.textIfAny("version"), asOf.toString());
        return new VariantListed(
                new Origin(connection.id(), "variation/%s/%s".formatted(id, version), asOf),
                asOf,
                names(connection, item, data, id),
                gtin(data),
                category(item, categories),
                "",
                price(connection, data),
                !variation.isTrue("is_deleted") && !item.isTrue("is_archived"));
    }

    private static Item names(Connection connection, WireJson item, WireJson data, String id) {
        var refs = new ArrayList<ItemRef>();
        var label = data.textIfAny("sku");
        var sku = label == null ? null : new Sku(label);
        if (sku != null) {
            refs.add(ItemRef.sku(sku));
        }
        refs.add(ItemRef.own(connection.id(), "catalog-object", id));
        var gtin = gtin(data);
        if (gtin != null) {
            refs.add(ItemRef.gtin(gtin));
        }
        return new Item(refs, sku, name(item.words("name"), data.words("name")));
    }

    private static String category(WireJson item, Map<String, String> categories) {
        return item.listIfAny("categories").stream()
                .map(category -> categories.getOrDefault(category.text("id"), ""))
                .findFirst()
                .orElse("");
    }

    private static @Nullable Money price(Connection connection, WireJson data) {
        var price = data.objectIfAny("price_money");
        if (price == null) {
            return null;
        }
        var code = price.textIfAny("currency");
        var currency = code == null ? connection.currency() : Currency.getInstance(code);
        return SquareOrders.money(data, "price_money", currency);
    }

    private static @Nullable Gtin gtin(WireJson data) {
        var barcode = data.textIfAny("upc");
        return barcode != null && GTIN.matcher(barcode.strip()).matches() ? new Gtin(barcode.strip()) : null;
    }
}
