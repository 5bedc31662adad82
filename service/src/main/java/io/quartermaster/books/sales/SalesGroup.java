package io.quartermaster.books.sales;

import io.quartermaster.retail.Unit;
import io.quartermaster.retail.VariantId;
import java.util.List;

/// Variants whose sales are added up.
///
/// @param unit in which they are sold: what was sold in another is left out, kilograms and pieces
/// do not add up
public record SalesGroup(String name, Unit unit, List<VariantId> variants) {

    public SalesGroup {
        variants = List.copyOf(variants);
    }
}
