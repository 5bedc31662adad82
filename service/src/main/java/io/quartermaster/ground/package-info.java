/// Floor 0, what the house stands on: the database, the clock, the settings.
@ApplicationModule(
        id = "ground",
        allowedDependencies = {})
@NullMarked
package io.quartermaster.ground;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
