/// The door for machines: a message is checked, written down and acknowledged; what it means
/// comes later.
@ApplicationModule(
        id = "intake",
        allowedDependencies = {"retail", "journal", "vault", "connectors"})
@NullMarked
package io.quartermaster.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
