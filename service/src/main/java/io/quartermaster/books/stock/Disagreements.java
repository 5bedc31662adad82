package io.quartermaster.books.stock;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.util.List;

/// What the check of the stock book found: positions that are not the sum of their movements.
///
/// @param checked how many positions were added up anew
/// @param found those that disagree, at most 1,000
public record Disagreements(Instant checkedAt, long checked, List<Disagreement> found) {

    public Disagreements {
        found = List.copyOf(found);
    }

    public boolean none() {
        return found.isEmpty();
    }

    /// One position that is not the sum of its movements.
    ///
    /// @param what `on hand`, `committed`, `in transit` or `on order`
    public record Disagreement(VariantId variant, LocationId location, String what, Quantity kept, Quantity addedUp) {}
}
