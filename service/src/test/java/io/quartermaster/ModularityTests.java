package io.quartermaster;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// No room imports upwards, none goes round in a circle, and what is hidden stays hidden.
class ModularityTests {

    @Test
    void theWallsStandWhereThePlanSaysSo() {
        ApplicationModules.of(Quartermaster.class).verify();
    }
}
