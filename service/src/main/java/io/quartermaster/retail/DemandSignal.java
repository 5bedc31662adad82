package io.quartermaster.retail;

import java.time.Instant;

/// One line of one sale, in the form in which other programs ask for demand: the same whatever
/// till it came from.
///
/// @param store where it was asked for
/// @param timestamp when it was asked for
public record DemandSignal(String sku, Quantity quantity, LocationId store, Instant timestamp) {

    public static final String EVENT_TYPE = "DEMAND_SIGNAL";
    public static final String SOURCE = "POS_WEBHOOK";

    static DemandSignal of(SaleEvent.SaleLine line, LocationId store, Instant timestamp) {
        return new DemandSignal(line.item().label(), line.quantity(), store, timestamp);
    }
}
