package io.quartermaster.retail;

/// The stock of one variant at one location changed, or was learnt anew.
///
/// The kinds differ in what they let us conclude, so they are never merged: a movement is a
/// *change*, a report is what a machine *believes*, a count is what a person *saw*, a low-stock
/// signal is only a *worry*. Believed minus counted is shrinkage.
public sealed interface StockEvent extends RetailEvent {

    LocationId location();

    Item item();

    /// Stock came or went.
    ///
    /// @param change what came (positive) or went (negative)
    record StockMoved(Origin origin, LocationId location, Item item, Quantity change, Reason reason)
            implements StockEvent {}

    /// A machine says how much it believes is there.
    ///
    /// @param level the level that the teller's own system computes
    /// @param measure what the teller counts: with or without what is promised to customers
    record StockReported(Origin origin, LocationId location, Item item, Quantity level, Measure measure)
            implements StockEvent {}

    /// A person looked.
    ///
    /// @param counted what somebody found on the shelf; zero is a finding, negative is not
    record StockCounted(Origin origin, LocationId location, Item item, Quantity counted) implements StockEvent {

        public StockCounted {
            if (counted.isNegative()) {
                throw new IllegalArgumentException("The count (%s) is negative.".formatted(counted));
            }
        }
    }

    /// A till worries that this runs low: a reason to look, not a figure to trust.
    record LowStockSignalled(Origin origin, LocationId location, Item item) implements StockEvent {}

    enum Reason {
        DAMAGED,
        STOLEN,
        CORRECTED,
        FOUND
    }

    enum Measure {
        ON_HAND,
        AVAILABLE
    }
}
