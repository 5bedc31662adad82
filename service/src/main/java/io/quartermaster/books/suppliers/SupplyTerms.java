package io.quartermaster.books.suppliers;

import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.UnitCost;
import io.quartermaster.retail.VariantId;
import org.jspecify.annotations.Nullable;

/// On which terms a supplier sells one variant.
///
/// @param unitCost what one unit costs now
/// @param contractPrice what was agreed; null if nothing was
/// @param casePack units a pack: orders are whole packs
/// @param minimumOrder the least that they take of it
/// @param nonStandard whether a person must look at each order of it
public record SupplyTerms(
        VariantId variant,
        SupplierId supplier,
        UnitCost unitCost,
        @Nullable UnitCost contractPrice,
        Quantity casePack,
        Quantity minimumOrder,
        boolean nonStandard) {}
