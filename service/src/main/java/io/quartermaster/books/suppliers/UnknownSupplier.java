package io.quartermaster.books.suppliers;

import io.quartermaster.retail.SupplierId;

/// Somebody named a supplier that is not in the book.
public class UnknownSupplier extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public UnknownSupplier(SupplierId id) {
        super("""
                The supplier (%s) is not known.
                Maybe it was not saved yet: save the supplier before its terms.""".formatted(id));
    }
}
