package io.quartermaster.books.purchasing;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.suppliers.Suppliers;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.TransferId;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.UserId;
import io.quartermaster.retail.VariantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Purchase orders and transfers, from approval to the dock.
@Component
public class Purchasing {

    private static final int LIST_MAX = 1_000;
    private static final Duration LOOKED_BACK = Duration.ofDays(365);

    private final OrderStore orders;
    private final TransferStore transfers;
    private final TransferEnds ends;
    private final Suppliers suppliers;
    private final Catalog catalog;
    private final Clock clock;

    Purchasing(
            OrderStore orders,
            TransferStore transfers,
            TransferEnds ends,
            Suppliers suppliers,
            Catalog catalog,
            Clock clock) {
        this.orders = orders;
        this.transfers = transfers;
        this.ends = ends;
        this.suppliers = suppliers;
        this.catalog = catalog;
        this.clock = clock;
    }

    /// A number that nobody else gets: PO-1001, PO-1002, …; some may stay unused.
    public PurchaseOrderId nextOrderNumber() {
        return new PurchaseOrderId("PO-" + orders.nextOrderNumber());
    }

    /// TR-1001, TR-1002, …
    public TransferId nextTransferNumber() {
        return new TransferId("TR-" + transfers.nextTransferNumber());
    }

    /// Empty too for an order that only its goods told us of; see [#strayReceipts].
    public Optional<PurchaseOrder> order(PurchaseOrderId id) {
        return orders.find(id).flatMap(OrderStore.Heard::standing);
    }

    public List<PurchaseOrder> orders(OrderFilter filter, int limit) {
        return orders.list(filter, Math.min(limit, LIST_MAX)).stream()
                .flatMap(it -> it.standing().stream())
                .toList();
    }

    public Optional<Transfer> transfer(TransferId id) {
        return transfers.find(id);
    }

    /// Newest first.
    public List<Transfer> transfers(int limit) {
        return transfers.newest(Math.min(limit, LIST_MAX));
    }

    /// All goods of a transfer came in.
    ///
    /// @param door where that was said, such as `dashboard`
    /// @return the transfer as it stands now
    /// @throws NotOnItsWay if it has ended already
    public Transfer received(Transfer transfer, Instant at, ConnectionId door, UserId by) {
        return ends.received(transfer, at, door, by);
    }

    /// The goods will not come: they are promised at the origin no longer. Whoever keeps the
    /// transfer, such as Shopify, is not told.
    ///
    /// @param why in a few words
    /// @return the transfer as it stands now
    /// @throws NotOnItsWay if it has ended already
    public Transfer calledOff(Transfer transfer, String why, ConnectionId door, UserId by) {
        return ends.calledOff(transfer, why, door, by);
    }

    /// Goods that came in for orders that we do not know.
    public List<StrayReceipt> strayReceipts(int limit) {
        return orders.strays(Math.min(limit, LIST_MAX)).stream()
                .flatMap(heard -> heard.story().arrivals().stream().map(it -> stray(heard.id(), it)))
                .limit(limit)
                .toList();
    }

    /// How long this supplier took, by its orders of the last year.
    public LeadTimes leadTimes(SupplierId supplier) {
        return leadTimes(List.of(supplier)).getOrDefault(supplier, LeadTimes.NONE);
    }

    /// Likewise for many; suppliers of whom nothing has come yet are left out.
    public Map<SupplierId, LeadTimes> leadTimes(Collection<SupplierId> suppliers) {
        return orders.leadTimes(suppliers, clock.instant().minus(LOOKED_BACK));
    }

    public SupplierPerformance performance(SupplierId supplier) {
        int promised = suppliers.supplier(supplier).map(it -> it.leadTimeDays()).orElse(0);
        return Performance.of(supplier, promised, leadTimes(supplier), lastYear(supplier), this::arrivedOn);
    }

    private Optional<LocalDate> arrivedOn(PurchaseOrder order) {
        return Optional.ofNullable(order.closedAt())
                .map(at -> catalog.locationOrNameless(order.destination()).businessDay(at));
    }

    private List<PurchaseOrder> lastYear(SupplierId supplier) {
        return orders.since(supplier, clock.instant().minus(LOOKED_BACK), LIST_MAX).stream()
                .flatMap(it -> it.standing().stream())
                .toList();
    }

    private static StrayReceipt stray(PurchaseOrderId order, OrderStory.Arrival arrival) {
        return new StrayReceipt(
                order,
                new LocationId(arrival.location()),
                arrival.step().at(),
                arrival.lines().stream()
                        .map(line -> new StrayReceipt.Line(
                                new VariantId(line.variant()),
                                new Quantity(line.quantity(), Unit.valueOf(line.unit()))))
                        .toList(),
                new CorrelationId(arrival.step().correlation()));
    }
}
