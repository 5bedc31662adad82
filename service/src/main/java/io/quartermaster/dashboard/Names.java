package io.quartermaster.dashboard;

import io.quartermaster.access.Access;
import io.quartermaster.access.User;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Location;
import io.quartermaster.books.suppliers.Supplier;
import io.quartermaster.books.suppliers.Suppliers;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.UserId;
import org.springframework.stereotype.Component;

/// What people call things: never a raw id where a name exists.
@Component
class Names {

    private final Catalog catalog;
    private final Suppliers suppliers;
    private final Access access;

    Names(Catalog catalog, Suppliers suppliers, Access access) {
        this.catalog = catalog;
        this.suppliers = suppliers;
        this.access = access;
    }

    String location(LocationId id) {
        return catalog.location(id)
                .map(Location::name)
                .filter(name -> !name.isBlank())
                .orElse(id.value());
    }

    String supplier(SupplierId id) {
        return suppliers.supplier(id).map(Supplier::name).orElse(id.value());
    }

    String user(UserId id) {
        return id.equals(Access.SYSTEM)
                ? "Quartermaster"
                : access.user(id).map(User::name).orElse(id.value());
    }
}
