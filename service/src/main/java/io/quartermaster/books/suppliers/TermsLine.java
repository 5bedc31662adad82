package io.quartermaster.books.suppliers;

import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.UnitCost;
import org.jspecify.annotations.Nullable;

/// One line of a supplier's price list, by the retailer's own label.
///
/// @param contractPrice what was agreed; null if nothing was
/// @param casePack units a pack; one if they sell singles
/// @param minimumOrder the least that they take; zero if they take any
public record TermsLine(
        Sku sku,
        SupplierId supplier,
        UnitCost unitCost,
        @Nullable UnitCost contractPrice,
        Quantity casePack,
        Quantity minimumOrder,
        boolean nonStandard) {

    public TermsLine {
        casePack.requirePositive();
        if (minimumOrder.isNegative()) {
            throw new IllegalArgumentException(
                    "The minimum order (%s) of the SKU (%s) is negative.".formatted(minimumOrder, sku));
        }
        if (contractPrice != null && !contractPrice.currency().equals(unitCost.currency())) {
            throw new IllegalArgumentException("The contract price (%s) of the SKU (%s) is not in %s."
                    .formatted(contractPrice, sku, unitCost.currency()));
        }
    }
}
