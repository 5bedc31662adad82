package io.quartermaster.sandbox.till;

import java.util.Currency;

/// One thing that a shop sells, as its till knows it: one size, one colour.
///
/// @param product the name on the shelf; articles of the same product are its variants
/// @param option what tells it from its siblings, such as `Large`; `Default Title` if it has none
/// @param vendor who makes it
/// @param price with tax, in minor units (pence)
/// @param taxPercent the tax that the price contains
public record Article(
        String sku,
        String product,
        String option,
        String category,
        String vendor,
        int price,
        int taxPercent,
        String barcode,
        Currency currency) {

    private static final int PERCENT = 100;
    public static final String ONLY_OPTION = "Default Title";

    /// The tax that is contained in `gross`, in minor units, rounded half up.
    public int taxIn(int gross) {
        return Math.round((float) gross * taxPercent / (PERCENT + taxPercent));
    }

    public String fullName() {
        return option.equals(ONLY_OPTION) ? product : product + " - " + option;
    }
}
