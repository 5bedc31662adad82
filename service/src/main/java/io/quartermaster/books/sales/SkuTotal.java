package io.quartermaster.books.sales;

import io.quartermaster.retail.Money;
import io.quartermaster.retail.Quantity;

/// What one connection sold and took back under one label, exactly as the label was told.
///
/// A label that was sold in two currencies, or in two units, has a row for each.
///
/// @param revenue paid for what was sold, less what was given back
public record SkuTotal(String label, Quantity unitsSold, Quantity unitsReturned, Money revenue) {

    /// Where to read on after this one.
    public String cursor() {
        return Cursor.of(
                label, revenue.currency().getCurrencyCode(), unitsSold.unit().name());
    }
}
