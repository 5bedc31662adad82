package io.quartermaster.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.planning.DemandOutlook.Point;
import io.quartermaster.planning.OrderUpTo.Cover;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderUpToTests {

    private static final Cover COVER = new Cover(1, 365);

    /// Ten a day for ten days; above 120 it falls short by 0.05 · 20 / 2 = 0.5 on average.
    private final DemandOutlook protection =
            new DemandOutlook(10, 100, List.of(new Point(0.5, 100), new Point(0.9499, 120), new Point(0.9999, 140)));

    private final Costs costs = new Costs(3.65, 1, 5, 4);

    /// By hand. A unit costs 3.65 · 1 / 365 = 0.01 a day. It falls short by
    /// 0.05 · 20 / 2 + 0.0001 · 20 = 0.502. Batch: √(2 · 10 · (5 + 4 · 0.502) / 0.01) =
    /// √14,016 = 118.39. Ratio: 40 / (40 + 1.1839) = 0.97125, and its quantile is
    /// 120 + 20 · (0.97125 − 0.9499) / 0.05 = 128.54. Together 246.93.
    @Test
    void balancesHoldingLackingAndOrdering() {
        assertThat(OrderUpTo.units(protection, 120, costs, COVER)).isCloseTo(246.93, within(0.05));
    }

    @Test
    void ordersLessWhenHoldingIsDearer() {
        var dearer = new Costs(3.65, 2, 5, 4);

        assertThat(OrderUpTo.units(protection, 120, dearer, COVER))
                .isLessThan(OrderUpTo.units(protection, 120, costs, COVER));
    }

    @Test
    void ordersMoreWhenAStockOutIsDearer() {
        var dearer = new Costs(3.65, 1, 5, 8);

        assertThat(OrderUpTo.units(protection, 120, dearer, COVER))
                .isGreaterThan(OrderUpTo.units(protection, 120, costs, COVER));
    }

    @Test
    void neverOrdersForLongerThanTheLongestCover() {
        var free = new Costs(0, 0.25, 5, 4);

        assertThat(OrderUpTo.batch(protection, 120, free, new Cover(1, 60))).isEqualTo(600);
    }

    @Test
    void ordersAtLeastForTheShortestCover() {
        var dear = new Costs(100_000, 1, 0, 4);

        assertThat(OrderUpTo.batch(protection, 120, dear, new Cover(7, 60))).isEqualTo(70);
    }

    @Test
    void wantsNothingOfWhatNobodyBuys() {
        var nothing = new DemandOutlook(10, 0, List.of(new Point(0.5, 0)));

        assertThat(OrderUpTo.units(nothing, 0, costs, COVER)).isZero();
    }
}
