/// Purchase orders and transfers, from approval to the dock.
@ApplicationModule(
        id = "books.purchasing",
        allowedDependencies = {"retail", "journal", "books.catalog", "books.suppliers"})
@NullMarked
package io.quartermaster.books.purchasing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
