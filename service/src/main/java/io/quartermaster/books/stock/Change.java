package io.quartermaster.books.stock;

import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.time.Instant;

/// The position of one variant at one location changed; many changes in a short time are one.
///
/// @param correlation the story that changed it, a sale's before any other's
public record Change(
        VariantId variant, LocationId location, CorrelationId correlation, Instant occurredAt, Cause cause) {

    public enum Cause {
        SALE,
        LOW_STOCK_SIGNAL,
        OTHER
    }
}
