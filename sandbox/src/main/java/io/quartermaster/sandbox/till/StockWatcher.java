package io.quartermaster.sandbox.till;

/// Hears when somebody changes a platform's stock through its API, not through the retailer.
@FunctionalInterface
public interface StockWatcher {

    StockWatcher NOBODY = (_, _, _) -> {};

    /// Stock changed.
    ///
    /// @param change units that came (positive) or went (negative)
    void changed(String place, String sku, int change);
}
