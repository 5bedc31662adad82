/// What Quartermaster knows how to decide, and when it does.
@ApplicationModule(
        id = "skills",
        allowedDependencies = {
            "retail",
            "ground",
            "journal",
            "approvals",
            "demand",
            "planning",
            "books.catalog",
            "books.stock"
        })
@NullMarked
package io.quartermaster.skills;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
