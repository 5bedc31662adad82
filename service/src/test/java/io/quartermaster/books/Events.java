package io.quartermaster.books;

import io.quartermaster.retail.CatalogEvent.LocationListed;
import io.quartermaster.retail.CatalogEvent.VariantListed;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.ItemRef;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.ReceiptId;
import io.quartermaster.retail.ReturnId;
import io.quartermaster.retail.SaleEvent.Channel;
import io.quartermaster.retail.SaleEvent.RefusedLine;
import io.quartermaster.retail.SaleEvent.ReturnLine;
import io.quartermaster.retail.SaleEvent.ReturnRecorded;
import io.quartermaster.retail.SaleEvent.SaleLine;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import io.quartermaster.retail.SaleEvent.SaleState;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.StockEvent.Measure;
import io.quartermaster.retail.StockEvent.StockReported;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Events in a few words, for tests.
public final class Events {

    public static final ConnectionId SHOP = new ConnectionId("shopify-main");
    public static final LocationId HIGH_STREET = new LocationId("high-street");
    public static final Currency GBP = Currency.getInstance("GBP");

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Events() {}

    public static Instant at(String time) {
        return Instant.parse(time);
    }

    public static Origin origin(Instant at) {
        return new Origin(SHOP, "k" + COUNT.incrementAndGet(), at);
    }

    public static Item item(String sku) {
        return Item.ofSku(new Sku(sku), "the " + sku);
    }

    /// An item with a number of the shop's own and a label.
    public static Item item(String number, String sku) {
        return new Item(
                List.of(ItemRef.own(SHOP, "variant", number), ItemRef.sku(new Sku(sku))), new Sku(sku), "the " + sku);
    }

    public static SaleRecorded sale(String receipt, Instant at, String sku, int quantity) {
        return sale(receipt, at, at, SaleState.HANDED_OVER, sku, quantity);
    }

    public static SaleRecorded sale(
            String receipt, Instant at, Instant asOf, SaleState state, String sku, int quantity) {
        return new SaleRecorded(
                origin(at),
                new ReceiptId(receipt),
                asOf,
                HIGH_STREET,
                Channel.WEB,
                state,
                List.of(new SaleLine("1", item(sku), Quantity.each(quantity), new Money(quantity * 100L, GBP))),
                List.of(),
                null,
                null);
    }

    public static SaleRecorded with(SaleRecorded sale, SaleLine... lines) {
        return rewritten(sale, List.of(lines), sale.refused());
    }

    public static SaleRecorded withMore(SaleRecorded sale, SaleLine line) {
        var lines = new ArrayList<>(sale.lines());
        lines.add(line);
        return rewritten(sale, lines, sale.refused());
    }

    public static SaleRecorded refusing(SaleRecorded sale, RefusedLine... refused) {
        return rewritten(sale, sale.lines(), List.of(refused));
    }

    private static SaleRecorded rewritten(SaleRecorded sale, List<SaleLine> lines, List<RefusedLine> refused) {
        return new SaleRecorded(
                sale.origin(),
                sale.receipt(),
                sale.asOf(),
                sale.location(),
                sale.channel(),
                sale.state(),
                lines,
                refused,
                sale.statedTotal(),
                sale.customer());
    }

    public static ReturnRecorded back(String id, String receipt, Instant at, String sku, int quantity) {
        return new ReturnRecorded(
                origin(at),
                new ReturnId(id),
                new ReceiptId(receipt),
                HIGH_STREET,
                List.of(new ReturnLine(
                        "1", "1", item(sku), Quantity.each(quantity), new Money(quantity * 100L, GBP), true)),
                List.of());
    }

    public static StockReported reported(Instant at, String sku, int level) {
        return new StockReported(origin(at), HIGH_STREET, item(sku), Quantity.each(level), Measure.ON_HAND);
    }

    public static VariantListed listed(String number, String sku, Instant asOf, boolean active) {
        return new VariantListed(
                origin(asOf), asOf, item(number, sku), null, "toys", "ACME", new Money(999, GBP), active);
    }

    public static LocationListed located(Instant at, String zone, String dayStart) {
        return new LocationListed(
                origin(at), HIGH_STREET, "High Street", ZoneId.of(zone), LocalTime.parse(dayStart), null);
    }
}
