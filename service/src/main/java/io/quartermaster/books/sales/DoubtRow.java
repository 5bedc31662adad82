package io.quartermaster.books.sales;

import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.ReceiptId;
import io.quartermaster.retail.SaleEvent;
import java.time.Instant;

/// A receipt that cannot be quite right.
public record DoubtRow(
        long sequence,
        CorrelationId correlation,
        ConnectionId source,
        ReceiptId receipt,
        LocationId location,
        Instant occurredAt,
        SaleEvent.Doubt doubt,
        String detail) {}
