package io.quartermaster.books.stock;

import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.VariantId;
import java.time.Instant;

/// One change of one variant's stock at one location, and the journal entry behind it.
///
/// All movements of a variant at a location add up to its position.
///
/// @param sequence the journal entry that told it
/// @param paper what it belongs to, such as `sale/shopify-main/1001` or `purchase-order/PO-1001`
/// @param onHand by how much on hand rose or fell; the other three likewise
public record Movement(
        long sequence,
        CorrelationId correlation,
        Instant occurredAt,
        VariantId variant,
        LocationId location,
        Kind kind,
        String paper,
        Quantity onHand,
        Quantity committed,
        Quantity inTransit,
        Quantity onOrder) {

    public enum Kind {
        SALE,
        RETURN,
        ADJUSTMENT,
        REPORTED_DIFFERENCE,
        COUNTED_DIFFERENCE,
        ORDERED,
        RECEIVED,
        ORDER_CANCELLED,
        TRANSFER
    }
}
