package io.quartermaster.dispatch;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.suppliers.Suppliers;
import io.quartermaster.connectors.Delivery.Recipient;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.SupplierId;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Names and addresses as they stand in the books.
@Component
class BooksAddresses implements AddressBook {

    private final Suppliers suppliers;
    private final Catalog catalog;

    BooksAddresses(Suppliers suppliers, Catalog catalog) {
        this.suppliers = suppliers;
        this.catalog = catalog;
    }

    @Override
    public Optional<Recipient> supplier(SupplierId id) {
        return suppliers.supplier(id).map(it -> new Recipient(it.name(), Objects.requireNonNullElse(it.email(), "")));
    }

    @Override
    public Recipient location(LocationId id) {
        return catalog.location(id)
                .map(it -> new Recipient(it.name(), Objects.requireNonNullElse(it.email(), "")))
                .orElseGet(() -> new Recipient(id.value(), ""));
    }
}
