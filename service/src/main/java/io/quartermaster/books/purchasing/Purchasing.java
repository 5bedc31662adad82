package io.quartermaster.books.purchasing;

import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.TransferId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Purchase orders and transfers, from approval to the dock.
@Component
public class Purchasing {

    /// A number that nobody else gets: PO-1001, PO-1002, …; some may stay unused.
    public PurchaseOrderId nextOrderNumber() {
        throw new UnsupportedOperationException();
    }

    /// TR-1001, TR-1002, …
    public TransferId nextTransferNumber() {
        throw new UnsupportedOperationException();
    }

    public Optional<PurchaseOrder> order(PurchaseOrderId id) {
        throw new UnsupportedOperationException();
    }

    public List<PurchaseOrder> orders(OrderFilter filter, int limit) {
        throw new UnsupportedOperationException();
    }

    public Optional<Transfer> transfer(TransferId id) {
        throw new UnsupportedOperationException();
    }

    public List<Transfer> transfers(int limit) {
        throw new UnsupportedOperationException();
    }

    /// Goods that came in for orders that we do not know.
    public List<StrayReceipt> strayReceipts(int limit) {
        throw new UnsupportedOperationException();
    }

    public LeadTimes leadTimes(SupplierId supplier) {
        throw new UnsupportedOperationException();
    }

    public SupplierPerformance performance(SupplierId supplier) {
        throw new UnsupportedOperationException();
    }
}
