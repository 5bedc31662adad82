package io.quartermaster.connectors.shopify;

import io.quartermaster.connectors.InboundMessage;
import io.quartermaster.connectors.MalformedMessage;
import io.quartermaster.connectors.Translation;
import io.quartermaster.connectors.Translation.Forget;
import io.quartermaster.connectors.Translation.Ignored;
import io.quartermaster.connectors.Translation.Malformed;
import io.quartermaster.connectors.Translation.Unknown;
import io.quartermaster.connectors.WireJson;

/// From Shopify's words to ours: a pure function, like every translator.
final class ShopifyTranslator {

    private ShopifyTranslator() {}

    static Translation translate(InboundMessage message) {
        try {
            return translate(message, WireJson.read(message.body()));
        } catch (MalformedMessage | IllegalArgumentException | ArithmeticException fault) {
            return new Malformed("%s: %s".formatted(message.topic(), fault.getMessage()));
        } catch (java.time.DateTimeException fault) { // a zone or a time of day in the connection's settings
            return new Malformed("%s: the connection's settings: %s".formatted(message.topic(), fault.getMessage()));
        }
    }

    private static Translation translate(InboundMessage message, WireJson body) {
        return switch (message.topic()) {
            case "orders/create",
                    "orders/paid",
                    "orders/updated",
                    "orders/edited",
                    "orders/cancelled",
                    "orders/fulfilled",
                    "orders/partially_fulfilled" -> ShopifyOrders.order(message, body);
            case "fetched.order" -> ShopifyOrders.order(message, WireJson.read(ShopifyAnswers.order(message.body())));
            case "fetched.product" ->
                ShopifyCatalog.product(message, WireJson.read(ShopifyAnswers.product(message.body())));
            case "fetched.levels" ->
                ShopifyCatalog.levels(message, WireJson.read(ShopifyAnswers.levels(message.body())));
            case "fetched.transfer" -> ShopifyArrivals.transfer(message, body);
            case "refunds/create" -> ShopifyOrders.refund(message, body);
            case "products/create", "products/update" -> ShopifyCatalog.product(message, body);
            case "products/delete" -> new Ignored("a deletion names no variants: they stay as they were");
            case "inventory_levels/update", "inventory_levels/connect" -> ShopifyCatalog.level(message, body);
            case "locations/create", "locations/update" -> ShopifyCatalog.location(message, body);
            case "customers/redact" -> new Forget(ShopifyPersons.customer(message.connection(), body));
            case "customers/data_request" -> new Ignored("a person must answer this one: it asks what we know");
            case "shop/redact" -> new Ignored("the shop has left; a person decides what is kept");
            default -> new Unknown(message.topic());
        };
    }
}
