package io.quartermaster.sandbox.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/// One line of the retailer's file, as it stands there.
///
/// @param invoice its number; a leading `C` is a cancellation, a leading `A` an adjustment
/// @param customer empty for half the walk-ins
record FileLine(
        String invoice,
        String sku,
        String description,
        int quantity,
        Instant at,
        BigDecimal unitPrice,
        String customer) {

    boolean isCancellation() {
        return invoice.startsWith("C");
    }

    /// What the line comes to in pennies, rounded as a till does: half to even.
    long pennies() {
        return unitPrice
                .multiply(BigDecimal.valueOf(quantity))
                .setScale(2, RoundingMode.HALF_EVEN)
                .movePointRight(2)
                .longValueExact();
    }
}
