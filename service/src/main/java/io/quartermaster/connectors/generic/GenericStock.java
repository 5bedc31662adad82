package io.quartermaster.connectors.generic;

import io.quartermaster.connectors.Fetched;
import io.quartermaster.connectors.InboundMessage;
import io.quartermaster.connectors.MalformedMessage;
import io.quartermaster.connectors.Translation;
import io.quartermaster.connectors.Translation.Told;
import io.quartermaster.connectors.Translation.Translated;
import io.quartermaster.connectors.WireJson;
import io.quartermaster.retail.CatalogEvent.VariantListed;
import io.quartermaster.retail.Gtin;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.ItemRef;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.PurchaseEvent.GoodsReceived;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderConfirmed;
import io.quartermaster.retail.PurchaseEvent.ReceivedLine;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.RetailEvent;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.StockEvent.LowStockSignalled;
import io.quartermaster.retail.StockEvent.Measure;
import io.quartermaster.retail.StockEvent.StockReported;
import io.quartermaster.retail.TransferEvent.TransferReceived;
import io.quartermaster.retail.TransferId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;

/// Stock levels, goods and transfers at the dock, suppliers' confirmations and products, in the
/// generic format.
final class GenericStock {

    private static final int KEY_LENGTH_MAX = 200;

    private GenericStock() {}

    static Translation low(InboundMessage message, WireJson body) {
        body.decimal("quantity"); // must be there; the figure is the till's guess and is not kept
        return told(new LowStockSignalled(
                origin(message, body.instant("created_at"), "low-stock", place(body), label(body)),
                GenericTranslator.location(message.connection(), body.text("location_id")),
                item(body)));
    }

    static Translation level(InboundMessage message, WireJson body) {
        return told(new StockReported(
                origin(message, body.instant("created_at"), "level", place(body), label(body), asTold(body, "level")),
                GenericTranslator.location(message.connection(), body.text("location_id")),
                item(body),
                Quantity.each(body.decimal("level")),
                Measure.ON_HAND));
    }

    static Translation received(InboundMessage message, WireJson body) {
        var lines = body.list("lines").stream()
                .map(line -> new ReceivedLine(item(line), Quantity.each(line.decimal("quantity"))))
                .toList();
        if (lines.isEmpty()) {
            throw new MalformedMessage("The field lines is empty.");
        }
        var order = body.text("purchase_order");
        var what = body.list("lines").stream()
                .map(line -> label(line) + "=" + asTold(line, "quantity"))
                .collect(Collectors.joining(","));
        return told(new GoodsReceived(
                origin(message, body.instant("received_at"), "goods-received", order, place(body), what),
                new PurchaseOrderId(order),
                GenericTranslator.location(message.connection(), body.text("location_id")),
                lines));
    }

    /// A transfer comes whole; where it came in is kept in the key only, for the transfer knows it.
    static Translation transferred(InboundMessage message, WireJson body) {
        var transfer = body.text("transfer");
        return told(new TransferReceived(
                origin(message, body.instant("received_at"), "transfer-received", transfer, place(body)),
                new TransferId(transfer)));
    }

    static Translation confirmed(InboundMessage message, WireJson body) {
        var order = body.text("purchase_order");
        var expected = date(body, "expected_date");
        return told(new PurchaseOrderConfirmed(
                origin(message, body.instant("confirmed_at"), "order-confirmed", order, expected.toString()),
                new PurchaseOrderId(order),
                expected));
    }

    static Translation product(InboundMessage message, WireJson body) {
        var connection = message.connection();
        var sku = new Sku(body.text("sku"));
        var asOf = body.instant("updated_at");
        var code = body.textIfAny("currency");
        var currency = code == null ? connection.currency() : Currency.getInstance(code);
        var price = body.decimalIfAny("price");
        var barcode = body.textIfAny("barcode");
        var gtin = barcode == null ? null : new Gtin(barcode);
        var refs = new ArrayList<>(List.of(ItemRef.sku(sku)));
        if (gtin != null) {
            refs.add(ItemRef.gtin(gtin));
        }
        return told(new VariantListed(
                new Origin(connection.id(), "product/%s/%s".formatted(sku.normalised(), asOf), asOf),
                asOf,
                new Item(refs, sku, body.words("name")),
                gtin,
                body.words("category"),
                body.words("vendor"),
                price == null ? null : Money.nearest(price, currency),
                true));
    }

    private static Translation told(RetailEvent event) {
        return new Translated(List.of(Told.of(event)));
    }

    /// By what it says, not by its delivery's name, which a signature of the first form does not
    /// cover: the same message sent again under another name counts once.
    private static Origin origin(InboundMessage message, Instant at, String kind, String... says) {
        var text = String.join("/", says);
        var bounded = text.length() > KEY_LENGTH_MAX ? Fetched.Part.digest(text) : text;
        return new Origin(message.connection().id(), "%s/%s/%s".formatted(kind, bounded, at), at);
    }

    private static String place(WireJson body) {
        return body.text("location_id");
    }

    private static String label(WireJson body) {
        return new Sku(body.text("sku")).normalised();
    }

    private static String asTold(WireJson body, String field) {
        return body.decimal(field).toPlainString();
    }

    private static Item item(WireJson body) {
        return Item.ofSku(new Sku(body.text("sku")), body.words("name"));
    }

    private static LocalDate date(WireJson body, String field) {
        try {
            return LocalDate.parse(body.text(field));
        } catch (DateTimeParseException fault) {
            throw new MalformedMessage("The field %s is not a day like 2024-01-15.".formatted(field));
        }
    }
}
