/// The door for programs: REST under `/v1`.
@ApplicationModule(
        id = "api",
        allowedDependencies = {
            "retail",
            "journal",
            "access",
            "vault",
            "connectors",
            "intake",
            "approvals",
            "dispatch",
            "demand",
            "planning",
            "skills",
            "books.catalog",
            "books.stock",
            "books.sales",
            "books.suppliers",
            "books.purchasing"
        })
@NullMarked
package io.quartermaster.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
