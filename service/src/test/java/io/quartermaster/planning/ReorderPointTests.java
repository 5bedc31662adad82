package io.quartermaster.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quartermaster.planning.DemandOutlook.Point;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReorderPointTests {

    private final DemandOutlook protection =
            new DemandOutlook(9, 45, List.of(new Point(0.5, 44), new Point(0.95, 63), new Point(0.99, 72)));

    @Test
    void isTheQuantileOfWhatMayBeAskedForUntilTheGoodsAreIn() {
        assertThat(ReorderPoint.units(protection, 0.95)).isEqualTo(63);
    }

    /// By hand: 63 − 45 = 18.
    @Test
    void holdsTheSafetyStockWithinIt() {
        assertThat(ReorderPoint.safetyStock(protection, 0.95)).isEqualTo(18);
    }

    @Test
    void risesWithTheServiceLevel() {
        assertThat(ReorderPoint.units(protection, 0.99)).isGreaterThan(ReorderPoint.units(protection, 0.95));
    }

    @ParameterizedTest
    @CsvSource({"0,0,1", "0,1,1", "7,1,8", "6.2,1,8", "400,7,407"})
    void protectsUntilTheNextReviewAndTheDeliveryAfterIt(double leadTimeDays, int reviewDays, int days) {
        assertThat(ReorderPoint.protectionDays(leadTimeDays, reviewDays)).isEqualTo(days);
    }

    @Test
    void doubtsALeadTimeOfThreeYears() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReorderPoint.protectionDays(1_100, 1))
                .withMessageContaining("Maybe the lead time was given in hours.");
    }
}
