/// Square: webhooks in, orders and catalog fetched. What Square tells and what it keeps to
/// itself: `docs/connectors/square.md`.
@ApplicationModule(
        id = "connectors.square",
        allowedDependencies = {"connectors", "retail"})
@NullMarked
package io.quartermaster.connectors.square;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
