package io.quartermaster.books.catalog;

import io.quartermaster.retail.VariantId;

/// Somebody named a variant that the catalog does not hold.
public class UnknownVariant extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public UnknownVariant(VariantId id) {
        super("""
                The variant (%s) is not in the catalog.
                Maybe it was merged into another long ago: search by its SKU.""".formatted(id));
    }
}
