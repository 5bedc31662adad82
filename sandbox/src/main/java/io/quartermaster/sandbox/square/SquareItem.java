package io.quartermaster.sandbox.square;

import io.quartermaster.sandbox.till.Article;
import java.time.Instant;

/// A variation with the ids that Square gave it.
///
/// @param ordinal among its item's variations, from zero
/// @param updatedAt when the catalog last changed it
record SquareItem(
        Article article, String itemId, String variationId, String categoryId, int ordinal, Instant updatedAt) {}
