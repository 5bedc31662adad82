package io.quartermaster.books;

import io.quartermaster.retail.CatalogEvent.VariantsMerged;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.PurchaseEvent.GoodsReceived;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderApproved;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderCancelled;
import io.quartermaster.retail.PurchaseEvent.ReceivedLine;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.ReceiptId;
import io.quartermaster.retail.RetailAction.OrderLine;
import io.quartermaster.retail.RetailAction.TransferLine;
import io.quartermaster.retail.RetailEvent;
import io.quartermaster.retail.ReturnId;
import io.quartermaster.retail.SaleEvent.Channel;
import io.quartermaster.retail.SaleEvent.ReturnLine;
import io.quartermaster.retail.SaleEvent.ReturnRecorded;
import io.quartermaster.retail.SaleEvent.SaleLine;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import io.quartermaster.retail.SaleEvent.SaleState;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.StockEvent.Measure;
import io.quartermaster.retail.StockEvent.Reason;
import io.quartermaster.retail.StockEvent.StockCounted;
import io.quartermaster.retail.StockEvent.StockMoved;
import io.quartermaster.retail.StockEvent.StockReported;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.TransferEvent.TransferApproved;
import io.quartermaster.retail.TransferEvent.TransferBooked;
import io.quartermaster.retail.TransferEvent.TransferCancelled;
import io.quartermaster.retail.TransferEvent.TransferReceived;
import io.quartermaster.retail.TransferId;
import io.quartermaster.retail.UnitCost;
import io.quartermaster.retail.UserId;
import io.quartermaster.retail.VariantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/// A shop's life, invented from a seed: sales that change and are cancelled, returns, reports,
/// counts, orders, transfers, and variants that turn out to be one.
///
/// Minutes are few, so that things often happen at the same moment.
final class RandomHistory {

    static final List<String> SKUS = List.of("A", "B", "C", "D", "A-OLD", "B-OLD");
    static final List<LocationId> PLACES = List.of(new LocationId("north"), new LocationId("south"));

    private static final Instant BEGINNING = Instant.parse("2026-02-01T08:00:00Z");
    private static final int MINUTES = 400;
    private static final List<Currency> CURRENCIES = List.of(Events.GBP, Currency.getInstance("EUR"));

    private final Random random;
    private final Function<Item, VariantId> ids;
    private final List<RetailEvent> events = new ArrayList<>();
    private int keys;

    private RandomHistory(long seed, Function<Item, VariantId> ids) {
        this.random = new Random(seed);
        this.ids = ids;
    }

    /// @param ids which variant an item is, as long as nothing was merged
    static List<RetailEvent> of(long seed, Function<Item, VariantId> ids) {
        var history = new RandomHistory(seed, ids);
        for (int i = 0; i < 40; i++) {
            history.sale("R" + i);
        }
        for (int i = 0; i < 12; i++) {
            history.returned("X" + i, "R" + history.random.nextInt(44)); // a few of sales that nobody tells
            history.report();
            history.adjustment();
        }
        for (int i = 0; i < 6; i++) {
            history.order("PO-" + i);
            history.transfer("TR-" + i);
        }
        if (history.random.nextBoolean()) {
            history.merge("A-OLD", "A");
        }
        if (history.random.nextBoolean()) {
            history.merge("B-OLD", "B");
        }
        history.events.sort(Comparator.comparing(event -> event.origin().occurredAt()));
        return history.events;
    }

    private void sale(String receipt) {
        var at = time();
        var place = place();
        var asOf = at;
        int tellings = 1 + random.nextInt(4);
        for (int i = 0; i < tellings; i++) {
            var state = SaleState.values()[random.nextInt(i == 0 ? 2 : 3)];
            events.add(new SaleRecorded(
                    origin(at),
                    new ReceiptId(receipt),
                    asOf,
                    place,
                    Channel.WEB,
                    state,
                    saleLines(),
                    List.of(),
                    null,
                    null));
            asOf = asOf.plusSeconds(60L * (1 + random.nextInt(60)));
        }
    }

    private List<SaleLine> saleLines() {
        var lines = new ArrayList<SaleLine>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            var amount = new Money(random.nextInt(5_000), CURRENCIES.get(random.nextInt(2)));
            lines.add(new SaleLine("L" + i, item(), quantity(), amount));
        }
        return lines;
    }

    private void returned(String id, String receipt) {
        var amount = new Money(random.nextInt(5_000), Events.GBP);
        var line = new ReturnLine("1", "L0", item(), quantity(), amount, random.nextInt(3) > 0);
        events.add(new ReturnRecorded(
                origin(time()), new ReturnId(id), new ReceiptId(receipt), place(), List.of(line), List.of()));
    }

    private void report() {
        var level = Quantity.each(random.nextInt(40));
        if (random.nextInt(3) == 0) {
            events.add(new StockCounted(origin(time()), place(), item(), level));
        } else {
            var measure = random.nextBoolean() ? Measure.ON_HAND : Measure.AVAILABLE;
            events.add(new StockReported(origin(time()), place(), item(), level, measure));
        }
    }

    private void adjustment() {
        var change = Quantity.each(random.nextInt(9) - 4);
        events.add(new StockMoved(origin(time()), place(), item(), change, Reason.CORRECTED));
    }

    private void order(String number) {
        var order = new PurchaseOrderId(number);
        var destination = place();
        if (random.nextInt(5) > 0) {
            var cost = new UnitCost(new BigDecimal("1.25"), Events.GBP);
            var lines = List.of(
                    new OrderLine(ids.apply(Events.item("A")), new Sku("A"), "", Quantity.each(20), cost),
                    new OrderLine(ids.apply(Events.item("B-OLD")), new Sku("B-OLD"), "", Quantity.each(10), cost));
            events.add(new PurchaseOrderApproved(
                    origin(time()),
                    order,
                    new ProposalId("P-" + number),
                    new SupplierId("ACME"),
                    destination,
                    lines,
                    LocalDate.parse("2026-02-09"),
                    new UserId("eve")));
        }
        for (int i = 0; i < random.nextInt(3); i++) {
            var lines = List.of(
                    new ReceivedLine(Events.item(random.nextBoolean() ? "A" : "A-OLD"), quantity()),
                    new ReceivedLine(Events.item("B"), quantity()));
            events.add(new GoodsReceived(origin(time()), order, destination, lines));
        }
        if (random.nextInt(3) == 0) {
            events.add(new PurchaseOrderCancelled(origin(time()), order, "changed our mind", new UserId("eve")));
        }
    }

    private void transfer(String number) {
        var transfer = new TransferId(number);
        var lines = List.of(new TransferLine(ids.apply(item()), new Sku("X"), "", quantity()));
        events.add(new TransferApproved(
                origin(time()),
                transfer,
                new ProposalId("P-" + number),
                PLACES.getFirst(),
                PLACES.getLast(),
                lines,
                LocalDate.parse("2026-02-09"),
                new UserId("eve")));
        if (random.nextBoolean()) {
            events.add(new TransferBooked(origin(time()), transfer, Events.SHOP, "T1"));
        }
        if (random.nextBoolean()) {
            events.add(new TransferReceived(origin(time()), transfer));
        }
        if (random.nextInt(3) == 0) {
            events.add(new TransferCancelled(origin(time()), transfer, "no van", new UserId("eve")));
        }
    }

    private void merge(String from, String into) {
        var one = ids.apply(Events.item(from));
        var other = ids.apply(Events.item(into));
        events.add(new VariantsMerged(origin(time()), one, other, new UserId("eve")));
    }

    private Origin origin(Instant at) {
        return new Origin(Events.SHOP, "h%04d".formatted(keys++), at);
    }

    private Instant time() {
        return BEGINNING.plusSeconds(60L * random.nextInt(MINUTES));
    }

    private Quantity quantity() {
        return Quantity.each(1 + random.nextInt(6));
    }

    private Item item() {
        return Events.item(SKUS.get(random.nextInt(SKUS.size())));
    }

    private LocationId place() {
        return PLACES.get(random.nextInt(PLACES.size()));
    }
}
