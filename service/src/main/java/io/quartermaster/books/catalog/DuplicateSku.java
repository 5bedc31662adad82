package io.quartermaster.books.catalog;

import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.VariantId;
import java.util.List;

/// One label that a shop gave to several of its active variants: a person should give each its
/// own.
///
/// @param connection where they are listed
/// @param listings what that shop calls them there
/// @param variants whom we take them for
public record DuplicateSku(ConnectionId connection, Sku sku, List<String> listings, List<VariantId> variants) {

    public DuplicateSku {
        listings = List.copyOf(listings);
        variants = List.copyOf(variants);
    }
}
