/// The language: identities, quantities, money, what happened ([RetailEvent]) and what is to be
/// done ([RetailAction]). Everything above speaks it, so it knows no framework.
@ApplicationModule(
        id = "retail",
        allowedDependencies = {})
@NullMarked
package io.quartermaster.retail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
