package io.quartermaster.books.sales;

import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.ReceiptId;
import io.quartermaster.retail.SaleEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A sale as it stands now.
///
/// @param total what its lines add up to; null if it has none
/// @param sequence the journal entry of its newest telling
public record SaleView(
        ConnectionId source,
        ReceiptId receipt,
        Instant occurredAt,
        LocationId location,
        SaleEvent.Channel channel,
        SaleEvent.SaleState state,
        int lines,
        @Nullable Money total,
        CorrelationId correlation,
        long sequence) {}
