/// How much is where: movements first, positions derived from them.
@ApplicationModule(
        id = "books.stock",
        allowedDependencies = {"retail", "journal", "books.catalog"})
@NullMarked
package io.quartermaster.books.stock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
