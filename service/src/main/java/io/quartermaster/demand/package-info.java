/// What will be asked for: a forecast per variant and location.
@ApplicationModule(
        id = "demand",
        allowedDependencies = {"retail", "journal", "books.catalog", "books.sales"})
@NullMarked
package io.quartermaster.demand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
