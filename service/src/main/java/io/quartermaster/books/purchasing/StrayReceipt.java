package io.quartermaster.books.purchasing;

import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.util.List;

/// Goods came in for an order that we do not know: they stand on the shelf, and a person should
/// find out whose they are.
public record StrayReceipt(
        PurchaseOrderId order, LocationId location, Instant receivedAt, List<Line> lines, CorrelationId correlation) {

    public StrayReceipt {
        lines = List.copyOf(lines);
    }

    public record Line(VariantId variant, Quantity quantity) {}
}
