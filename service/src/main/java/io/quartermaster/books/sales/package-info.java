/// What was sold and brought back, and what that says about demand.
@ApplicationModule(
        id = "books.sales",
        allowedDependencies = {"retail", "journal", "books.catalog", "books.stock"})
@NullMarked
package io.quartermaster.books.sales;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
