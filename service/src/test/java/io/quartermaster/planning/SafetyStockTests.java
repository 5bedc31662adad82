package io.quartermaster.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.planning.SafetyStock.DailyDemand;
import io.quartermaster.planning.SafetyStock.LeadTime;
import org.junit.jupiter.api.Test;

class SafetyStockTests {

    private static final double Z_95_PERCENT = 1.645;

    /// By hand: 1.645 · √(7 · 4² + 10² · 2²) = 1.645 · √512 = 37.22.
    @Test
    void combinesDemandAndLeadTimeVariability() {
        var units = SafetyStock.units(Z_95_PERCENT, new DailyDemand(10, 4), new LeadTime(7, 2));

        assertThat(units).isCloseTo(37.22, within(0.01));
    }

    @Test
    void needsNoneWhenNothingVaries() {
        assertThat(SafetyStock.units(Z_95_PERCENT, new DailyDemand(10, 0), new LeadTime(7, 0)))
                .isZero();
    }

    @Test
    void refusesWhatIsNotANumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DailyDemand(Double.NaN, 4))
                .withMessage("The meanUnits (NaN) must be zero or more.");
    }
}
