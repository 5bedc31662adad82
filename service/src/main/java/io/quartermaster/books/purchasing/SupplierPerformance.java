package io.quartermaster.books.purchasing;

import io.quartermaster.retail.SupplierId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Whether a supplier keeps its promises, by the orders of the last year.
///
/// @param promisedDays the lead time that they promise
/// @param measured the lead time that they need
/// @param fillRatePercent units received of units ordered, over closed orders; null if none is
/// closed
/// @param onTimePercent received in full by the expected day; null if none is closed
/// @param priceDriftPercent how far the newest unit costs lie above the oldest, the mean over
/// variants bought at least twice; null if there is none
public record SupplierPerformance(
        SupplierId supplier,
        int orders,
        int promisedDays,
        LeadTimes measured,
        @Nullable BigDecimal fillRatePercent,
        @Nullable BigDecimal onTimePercent,
        @Nullable BigDecimal priceDriftPercent) {}
