package io.quartermaster.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.planning.DemandOutlook.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemandOutlookTests {

    private final DemandOutlook outlook =
            new DemandOutlook(7, 50, List.of(new Point(0.5, 50), new Point(0.9, 70), new Point(0.98, 86)));

    /// By hand: halfway from 0.9 to 0.98 lies 0.94, and halfway from 70 to 86 lies 78.
    @Test
    void runsStraightBetweenTwoQuantiles() {
        assertThat(outlook.quantile(0.94)).isCloseTo(78, within(1e-9));
    }

    @Test
    void staysBeyondItsEnds() {
        assertThat(outlook.quantile(0.01)).isEqualTo(50);
        assertThat(outlook.quantile(0.999)).isEqualTo(86);
    }

    /// By hand, above 70: from 0.9 to 0.98 a triangle, 0.08 · (0 + 16) / 2 = 0.64; beyond 0.98 a
    /// rectangle, 0.02 · 16 = 0.32; together 0.96.
    @Test
    void expectsToFallShortByTheAreaAboveTheLevel() {
        assertThat(outlook.shortage(70)).isCloseTo(0.96, within(1e-9));
    }

    @Test
    void refusesQuantilesThatFall() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DemandOutlook(7, 50, List.of(new Point(0.5, 50), new Point(0.9, 40))))
                .withMessageContaining("fall");
    }

    @Test
    void refusesAChanceInPercent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outlook.quantile(95))
                .withMessageContaining("95 % is 0.95");
    }
}
