package io.quartermaster.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.planning.TopUp.Line;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopUpTests {

    private final Line fast = new Line(20, 10, 10, new BigDecimal("30.00"));
    private final Line slow = new Line(12, 2, 6, new BigDecimal("20.00"));

    /// By hand: 70 are missing. Covers are 2 and 6 days. Fast takes packs at 2, 3, 4 days: 90. Done.
    @Test
    void buysFirstWhatIsSoldSoonest() {
        assertThat(TopUp.packs(List.of(fast, slow), new BigDecimal("70.00"), 30))
                .containsExactly(3, 0);
    }

    /// By hand: 160 are missing. Fast at 2, 3, 4, 5 and 6 days makes 150; slow at 6 days the rest.
    @Test
    void spreadsWhatIsBoughtTooEarly() {
        assertThat(TopUp.packs(List.of(fast, slow), new BigDecimal("160.00"), 30))
                .containsExactly(5, 1);
    }

    @Test
    void leavesTheOrderAloneWhenTheValueIsOutOfReach() {
        assertThat(TopUp.packs(List.of(fast, slow), new BigDecimal("5000.00"), 10))
                .containsExactly(0, 0);
    }

    @Test
    void neverFillsUpWithWhatNobodyBuys() {
        var dead = new Line(0, 0, 1, new BigDecimal("1.00"));

        assertThat(TopUp.packs(List.of(dead), BigDecimal.TEN, 30)).containsExactly(0);
    }
}
