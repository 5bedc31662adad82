/// Orders before the shelf runs dry, and moves stock between shops first where there is too much.
@ApplicationModule(
        id = "skills.replenishment",
        allowedDependencies = {
            "retail",
            "journal",
            "approvals",
            "skills",
            "demand",
            "planning",
            "books.catalog",
            "books.stock",
            "books.sales",
            "books.suppliers",
            "books.purchasing"
        })
@NullMarked
package io.quartermaster.skills.replenishment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
