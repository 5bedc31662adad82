/// Any system that can send signed JSON: tills without a connector of their own, the dock,
/// scripts. The format is ours: `docs/connectors/generic.md`.
@ApplicationModule(
        id = "connectors.generic",
        allowedDependencies = {"connectors", "retail"})
@NullMarked
package io.quartermaster.connectors.generic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
