package io.quartermaster.books.stock;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.util.Set;

/// Which positions a screen asks for.
///
/// @param locations at these; empty for all
/// @param variants of these; empty for all; at most 5,000
/// @param level how much must be there
/// @param after the cursor of the last position seen; empty for the beginning
public record StockFilter(Set<LocationId> locations, Set<VariantId> variants, Level level, String after) {

    private static final int VARIANTS_MAX = 5_000;

    public StockFilter {
        locations = Set.copyOf(locations);
        variants = Set.copyOf(variants);
        if (variants.size() > VARIANTS_MAX) {
            throw new IllegalArgumentException(
                    "The filter names %d variants; at most %d are taken.".formatted(variants.size(), VARIANTS_MAX));
        }
    }

    public static StockFilter everything() {
        return new StockFilter(Set.of(), Set.of(), Level.ANY, "");
    }

    public StockFilter after(String cursor) {
        return new StockFilter(locations, variants, level, cursor);
    }

    /// How much must be on hand.
    public enum Level {
        ANY,
        NEGATIVE,
        EMPTY_OR_NEGATIVE,
        IN_STOCK
    }
}
