/// Carries approved actions out, once, with bounded retries.
@ApplicationModule(
        id = "dispatch",
        allowedDependencies = {"retail", "journal", "connectors", "approvals", "books.catalog", "books.suppliers"})
@NullMarked
package io.quartermaster.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
