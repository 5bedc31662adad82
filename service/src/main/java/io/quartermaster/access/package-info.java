/// Users, roles, one-time links and API keys: who may look, who may sign.
@ApplicationModule(
        id = "access",
        allowedDependencies = {"retail", "journal"})
@NullMarked
package io.quartermaster.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
