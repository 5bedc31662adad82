/// The door for people: one page per question, server-rendered.
@ApplicationModule(
        id = "dashboard",
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
package io.quartermaster.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
