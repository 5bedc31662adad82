package io.quartermaster.books;

import io.quartermaster.retail.CatalogEvent.VariantsMerged;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.PurchaseEvent;
import io.quartermaster.retail.PurchaseEvent.GoodsReceived;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderApproved;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderCancelled;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.ReceiptId;
import io.quartermaster.retail.RetailEvent;
import io.quartermaster.retail.SaleEvent.ReturnRecorded;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import io.quartermaster.retail.SaleEvent.SaleState;
import io.quartermaster.retail.StockEvent.Measure;
import io.quartermaster.retail.StockEvent.StockCounted;
import io.quartermaster.retail.StockEvent.StockMoved;
import io.quartermaster.retail.StockEvent.StockReported;
import io.quartermaster.retail.TransferEvent;
import io.quartermaster.retail.TransferEvent.TransferApproved;
import io.quartermaster.retail.TransferEvent.TransferBooked;
import io.quartermaster.retail.TransferEvent.TransferCancelled;
import io.quartermaster.retail.TransferEvent.TransferReceived;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// The stock book as simply and slowly as it can be said: no movements, no database. It looks
/// at the whole story anew for each figure: how it stood at a moment, how it stands now.
final class ReferenceShop {

    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    private final List<RetailEvent> story;
    private final Function<Item, VariantId> ids;
    private final Map<VariantId, VariantId> merged = new HashMap<>();

    ReferenceShop(List<RetailEvent> story, Function<Item, VariantId> ids) {
        this.story = story;
        this.ids = ids;
        all(VariantsMerged.class).forEach(it -> merged.put(it.from(), it.into()));
    }

    /// On hand, committed, in transit, on order.
    record Figures(long onHand, long committed, long inTransit, long onOrder) {}

    Figures figures(VariantId variant, LocationId place) {
        return new Figures(
                onHand(variant, place),
                committed(variant, place, END),
                inTransit(variant, place),
                onOrder(variant, place));
    }

    private long onHand(VariantId variant, LocationId place) {
        var newest = Stream.concat(all(StockReported.class), all(StockCounted.class))
                .filter(it -> is(it.item(), variant) && it.location().equals(place))
                .max(Comparator.comparing((RetailEvent it) -> it.origin().occurredAt())
                        .thenComparing(it -> it.origin().sourceKey()))
                .orElse(null);
        if (newest == null) {
            return moved(variant, place, END);
        }
        var then = newest.origin().occurredAt();
        long level = newest instanceof StockReported reported
                ? reported.level().amount().longValueExact()
                        + (reported.measure() == Measure.AVAILABLE ? left(variant, place, then) : 0)
                : ((StockCounted) newest).counted().amount().longValueExact();
        return level + moved(variant, place, END) - moved(variant, place, then);
    }

    /// All that came and went until a moment, as if nobody had ever reported or counted.
    private long moved(VariantId variant, LocationId place, Instant until) {
        long sum =
                receipts().mapToLong(it -> sold(it, variant, place, until)[0]).sum();
        sum += happened(StockMoved.class, until)
                .filter(it -> is(it.item(), variant) && it.location().equals(place))
                .mapToLong(it -> it.change().amount().longValueExact())
                .sum();
        sum += happened(GoodsReceived.class, until)
                .filter(it -> it.location().equals(place))
                .flatMap(it -> it.lines().stream())
                .filter(line -> is(line.item(), variant))
                .mapToLong(line -> line.quantity().amount().longValueExact())
                .sum();
        sum += all(TransferApproved.class)
                .filter(it -> arrived(it) && !arrivedAt(it).isAfter(until))
                .mapToLong(it -> it.to().equals(place)
                        ? quantity(it, variant)
                        : it.from().equals(place) ? -quantity(it, variant) : 0)
                .sum();
        return sum;
    }

    private long committed(VariantId variant, LocationId place, Instant until) {
        return receipts().mapToLong(it -> sold(it, variant, place, until)[1]).sum()
                + underWay(place, until).mapToLong(it -> quantity(it, variant)).sum();
    }

    /// What a platform leaves out when it says what is available: of transfers, those that it hears
    /// of.
    private long left(VariantId variant, LocationId place, Instant until) {
        return receipts().mapToLong(it -> sold(it, variant, place, until)[1]).sum()
                + underWay(place, until)
                        .filter(it -> all(TransferBooked.class)
                                .anyMatch(booked -> booked.transfer().equals(it.transfer())))
                        .mapToLong(it -> quantity(it, variant))
                        .sum();
    }

    private Stream<TransferApproved> underWay(LocationId place, Instant until) {
        return happened(TransferApproved.class, until)
                .filter(it -> it.from().equals(place))
                .filter(it -> !closed(it) || closedAt(it).isAfter(until));
    }

    private long inTransit(VariantId variant, LocationId place) {
        return all(TransferApproved.class)
                .filter(it -> it.to().equals(place) && !closed(it))
                .mapToLong(it -> quantity(it, variant))
                .sum();
    }

    private long onOrder(VariantId variant, LocationId place) {
        return all(PurchaseOrderApproved.class)
                .filter(it -> it.destination().equals(place)
                        && ofOrder(it.order(), PurchaseOrderCancelled.class)
                                .findAny()
                                .isEmpty())
                .mapToLong(it -> Math.max(0, ordered(it, variant) - received(it.order(), variant)))
                .sum();
    }

    private long ordered(PurchaseOrderApproved approved, VariantId variant) {
        return approved.lines().stream()
                .filter(line -> now(line.variant()).equals(variant))
                .mapToLong(line -> line.quantity().amount().longValueExact())
                .sum();
    }

    private long received(PurchaseOrderId order, VariantId variant) {
        return ofOrder(order, GoodsReceived.class)
                .flatMap(it -> it.lines().stream())
                .filter(line -> is(line.item(), variant))
                .mapToLong(line -> line.quantity().amount().longValueExact())
                .sum();
    }

    /// What one receipt did to on hand, and what it has promised, until a moment.
    private long[] sold(ReceiptId receipt, VariantId variant, LocationId place, Instant until) {
        var tellings = all(SaleRecorded.class)
                .filter(it -> it.receipt().equals(receipt))
                .sorted(Comparator.comparing(SaleRecorded::asOf)
                        .thenComparing(it -> it.origin().sourceKey()))
                .toList();
        SaleRecorded telling = null;
        for (int i = 0; i < tellings.size(); i++) {
            var from = i == 0
                    ? tellings.get(i).origin().occurredAt()
                    : tellings.get(i).asOf();
            telling = from.isAfter(until) ? telling : tellings.get(i);
        }
        var backs = happened(ReturnRecorded.class, until)
                .filter(it -> it.receipt().equals(receipt))
                .toList();
        if (telling != null && telling.state() == SaleState.CANCELLED) {
            return new long[] {0, 0};
        }
        long here = telling == null || !telling.location().equals(place) ? 0 : quantity(telling, variant);
        if (telling != null && telling.state() == SaleState.PROMISED) {
            long promised = quantity(telling, variant);
            long onHand = 0;
            for (var back : backs) { // what comes back first undoes the promise, then lies on the shelf
                long came = quantity(back, variant);
                long undone = Math.min(promised, came);
                promised -= undone;
                onHand += back.location().equals(place) ? came - undone : 0;
            }
            return new long[] {onHand, telling.location().equals(place) ? promised : 0};
        }
        long came = backs.stream()
                .filter(it -> it.location().equals(place))
                .mapToLong(it -> quantity(it, variant))
                .sum();
        return new long[] {came - here, 0};
    }

    private long quantity(SaleRecorded sale, VariantId variant) {
        return sale.lines().stream()
                .filter(line -> is(line.item(), variant))
                .mapToLong(line -> line.quantity().amount().longValueExact())
                .sum();
    }

    private long quantity(ReturnRecorded back, VariantId variant) {
        return back.lines().stream()
                .filter(line -> line.restocked() && is(line.item(), variant))
                .mapToLong(line -> line.quantity().amount().longValueExact())
                .sum();
    }

    private long quantity(TransferApproved approved, VariantId variant) {
        return approved.lines().stream()
                .filter(line -> now(line.variant()).equals(variant))
                .mapToLong(line -> line.quantity().amount().longValueExact())
                .sum();
    }

    private boolean closed(TransferApproved approved) {
        return ends(approved).findAny().isPresent();
    }

    private Instant closedAt(TransferApproved approved) {
        var end = ends(approved).findFirst().orElseThrow().origin().occurredAt();
        var beginning = approved.origin().occurredAt();
        return end.isBefore(beginning) ? beginning : end;
    }

    private boolean arrived(TransferApproved approved) {
        return ends(approved).findFirst().orElse(approved) instanceof TransferReceived;
    }

    private Instant arrivedAt(TransferApproved approved) {
        return closedAt(approved);
    }

    private Stream<TransferEvent> ends(TransferApproved approved) {
        return Stream.concat(all(TransferReceived.class), all(TransferCancelled.class))
                .map(TransferEvent.class::cast)
                .filter(it -> it.transfer().equals(approved.transfer()))
                .sorted(Comparator.comparing((TransferEvent it) -> it.origin().occurredAt())
                        .thenComparing(it -> it.origin().sourceKey()));
    }

    private <T extends PurchaseEvent> Stream<T> ofOrder(PurchaseOrderId order, Class<T> type) {
        return all(type).filter(it -> it.order().equals(order));
    }

    private Stream<ReceiptId> receipts() {
        return Stream.concat(
                        all(SaleRecorded.class).map(SaleRecorded::receipt),
                        all(ReturnRecorded.class).map(ReturnRecorded::receipt))
                .distinct();
    }

    private <T extends RetailEvent> Stream<T> happened(Class<T> type, Instant until) {
        return all(type).filter(it -> !it.origin().occurredAt().isAfter(until));
    }

    private <T extends RetailEvent> Stream<T> all(Class<T> type) {
        return story.stream().filter(type::isInstance).map(type::cast);
    }

    private boolean is(Item item, VariantId variant) {
        return now(ids.apply(item)).equals(variant);
    }

    VariantId now(VariantId variant) {
        return merged.getOrDefault(variant, variant);
    }
}
