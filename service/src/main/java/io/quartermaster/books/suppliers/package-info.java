/// Whom we buy from, and on which terms.
@ApplicationModule(
        id = "books.suppliers",
        allowedDependencies = {"retail", "journal", "books.catalog"})
@NullMarked
package io.quartermaster.books.suppliers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
