/// What the retailer sells and where: variants, their names in each system, locations.
@ApplicationModule(
        id = "books.catalog",
        allowedDependencies = {"retail", "journal"})
@NullMarked
package io.quartermaster.books.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
