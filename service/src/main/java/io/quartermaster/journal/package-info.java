/// The durable log and audit chain: what happened, once, in order, and provably unchanged.
@ApplicationModule(
        id = "journal",
        allowedDependencies = {"retail", "ground"})
@NullMarked
package io.quartermaster.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
