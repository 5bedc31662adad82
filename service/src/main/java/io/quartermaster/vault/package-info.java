/// Persons' data, encrypted under a key of each person's own; the rest of the house knows
/// subject ids.
@ApplicationModule(
        id = "vault",
        allowedDependencies = {"retail"})
@NullMarked
package io.quartermaster.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
