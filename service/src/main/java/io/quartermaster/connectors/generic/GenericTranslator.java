package io.quartermaster.connectors.generic;

import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.InboundMessage;
import io.quartermaster.connectors.MalformedMessage;
import io.quartermaster.connectors.Translation;
import io.quartermaster.connectors.Translation.Malformed;
import io.quartermaster.connectors.Translation.Unknown;
import io.quartermaster.connectors.WireJson;
import io.quartermaster.retail.LocationId;

/// From the generic format to events: a pure function, like every translator.
final class GenericTranslator {

    private GenericTranslator() {}

    static Translation translate(InboundMessage message) {
        try {
            return translate(message, WireJson.read(message.body()));
        } catch (MalformedMessage | IllegalArgumentException | ArithmeticException fault) {
            return new Malformed("%s: %s".formatted(message.topic(), fault.getMessage()));
        }
    }

    /// A location of ours, unless the connection gives it another name.
    static LocationId location(Connection connection, String told) {
        return connection.setting("locations").isPresent() ? connection.location(told) : new LocationId(told);
    }

    private static Translation translate(InboundMessage message, WireJson body) {
        return switch (message.topic()) {
            case "sale.completed" -> GenericSales.completed(message, body);
            case "sale" -> GenericSales.demand(message, body);
            case "pos-sale" -> GenericSales.line(message, body);
            case "low_stock_alert" -> GenericStock.low(message, body);
            case "stock.level" -> GenericStock.level(message, body);
            case "goods.received" -> GenericStock.received(message, body);
            case "transfer.received" -> GenericStock.transferred(message, body);
            case "purchase_order.confirmed" -> GenericStock.confirmed(message, body);
            case "product" -> GenericStock.product(message, body);
            default -> new Unknown(message.topic());
        };
    }
}
