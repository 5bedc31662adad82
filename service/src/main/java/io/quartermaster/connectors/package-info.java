/// Outside systems, reduced to what Quartermaster asks of them; one folder each, none knows
/// another.
@ApplicationModule(
        id = "connectors",
        allowedDependencies = {"retail", "vault"})
@NullMarked
package io.quartermaster.connectors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
