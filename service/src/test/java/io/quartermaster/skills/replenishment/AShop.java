package io.quartermaster.skills.replenishment;

import static io.quartermaster.retail.Quantity.each;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Location;
import io.quartermaster.books.suppliers.Suppliers;
import io.quartermaster.books.suppliers.TermsLine;
import io.quartermaster.journal.Draft;
import io.quartermaster.journal.Journal;
import io.quartermaster.retail.CatalogEvent.VariantListed;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.ReceiptId;
import io.quartermaster.retail.RetailEvent;
import io.quartermaster.retail.SaleEvent.Channel;
import io.quartermaster.retail.SaleEvent.SaleLine;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import io.quartermaster.retail.SaleEvent.SaleState;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.StockEvent.LowStockSignalled;
import io.quartermaster.retail.StockEvent.Measure;
import io.quartermaster.retail.StockEvent.StockReported;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.UnitCost;
import io.quartermaster.retail.UserId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// A shop that tells the running service what it sells, by the journal, as intake does.
final class AShop {

    static final Currency EUR = Currency.getInstance("EUR");
    private static final ConnectionId TILL = new ConnectionId("till");
    private static final UserId OWNER = new UserId("owner");
    private static final int APPEND_MAX = 500;

    private final Journal journal;
    private final Clock clock;
    private final LocationId location;
    /// One count for all shops of a run: the journal counts each key once.
    private static final AtomicLong NUMBERS = new AtomicLong();

    AShop(Journal journal, Clock clock, LocationId location) {
        this.journal = journal;
        this.clock = clock;
        this.location = location;
    }

    static void supplier(Suppliers suppliers, String id, int leadTimeDays) {
        suppliers.save(
                new io.quartermaster.books.suppliers.Supplier(
                        new SupplierId(id),
                        id,
                        id + "@example.com",
                        EUR,
                        leadTimeDays,
                        BigDecimal.ONE,
                        null,
                        1,
                        true,
                        false),
                OWNER);
    }

    static void terms(Suppliers suppliers, String supplier, String... skus) {
        suppliers.saveTerms(
                List.of(skus).stream()
                        .map(sku -> new TermsLine(
                                new Sku(sku),
                                new SupplierId(supplier),
                                new UnitCost(new BigDecimal("3.10"), EUR),
                                null,
                                each(12),
                                each(0),
                                false))
                        .toList(),
                OWNER);
    }

    static void open(Catalog catalog, LocationId id) {
        catalog.saveLocation(new Location(id, id.value(), ZoneOffset.UTC, LocalTime.MIDNIGHT, null), OWNER);
    }

    void lists(String sku) {
        append(List.of(new VariantListed(
                origin("list", clock.instant()),
                clock.instant(),
                Item.ofSku(new Sku(sku), "The " + sku),
                null,
                "Kitchen",
                "Acme",
                Money.exactly(new BigDecimal("7.50"), EUR),
                true)));
    }

    void holds(String sku, long units, Instant at) {
        append(List.of(new StockReported(
                origin("stock", at), location, Item.ofSku(new Sku(sku), sku), each(units), Measure.ON_HAND)));
    }

    /// As many a day for sixty days until yesterday, a few more on Saturdays.
    void hasSold(String sku, int aDay) {
        var sales = new ArrayList<RetailEvent>();
        for (int day = 60; day > 0; day--) {
            var at = clock.instant().minus(Duration.ofDays(day));
            var saturday = at.atZone(ZoneOffset.UTC).getDayOfWeek().getValue() == 6;
            sales.add(sale(sku, saturday ? aDay + 3 : aDay, at));
        }
        append(sales);
    }

    CorrelationId sells(String sku, long units) {
        return append(List.of(sale(sku, units, clock.instant()))).getFirst();
    }

    /// Many customers at once.
    void sellsOneByOne(String sku, int times) {
        var sales = new ArrayList<RetailEvent>();
        for (int i = 0; i < times; i++) {
            sales.add(sale(sku, 1, clock.instant()));
        }
        append(sales);
    }

    void sellsSome(List<String> skus) {
        append(skus.stream().map(sku -> sale(sku, 1, clock.instant())).toList());
    }

    /// All listed, sold five a day for sixty days, and with some more than a week's worth there.
    void stockUp(List<String> skus) {
        var events = new ArrayList<RetailEvent>();
        for (var sku : skus) {
            var item = Item.ofSku(new Sku(sku), sku);
            for (int day = 60; day > 0; day--) {
                events.add(sale(sku, 4 + day % 3, clock.instant().minus(Duration.ofDays(day))));
            }
            events.add(new StockReported(origin("stock", clock.instant()), location, item, each(80), Measure.ON_HAND));
        }
        append(events);
    }

    void worriesAbout(String sku) {
        append(List.of(new LowStockSignalled(origin("low", clock.instant()), location, Item.ofSku(new Sku(sku), sku))));
    }

    private RetailEvent sale(String sku, long units, Instant at) {
        var origin = origin("sale", at);
        var line = new SaleLine(
                "1", Item.ofSku(new Sku(sku), sku), each(units), Money.exactly(new BigDecimal("7.50"), EUR));
        return new SaleRecorded(
                origin,
                new ReceiptId(origin.sourceKey()),
                at,
                location,
                Channel.TILL,
                SaleState.HANDED_OVER,
                List.of(line),
                List.of(),
                null,
                null);
    }

    private Origin origin(String what, Instant at) {
        return new Origin(TILL, "%s/%s/%d".formatted(location, what, NUMBERS.incrementAndGet()), at);
    }

    private List<CorrelationId> append(List<? extends RetailEvent> events) {
        var drafts = events.stream()
                .map(event ->
                        new Draft(new CorrelationId("story/" + event.origin().sourceKey()), event))
                .toList();
        for (int i = 0; i < drafts.size(); i += APPEND_MAX) {
            journal.append(drafts.subList(i, Math.min(drafts.size(), i + APPEND_MAX)));
        }
        return drafts.stream().map(Draft::correlation).toList();
    }
}
