package io.quartermaster.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quartermaster.demand.ChannelSplit.Cell;
import io.quartermaster.demand.ChannelSplit.Opinion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChannelSplitTests {

    private static final ChannelSplit ONE_SHOP =
            new ChannelSplit(List.of(new Cell("quay", "TILL"), new Cell("quay", "WEB")));

    /// By hand: 6 and 2 are two short of 10; who is three times as unsure gives way three times as
    /// far, by 1.5 instead of 0.5.
    @Test
    void whoIsUnsureGivesWay() {
        var parts = ONE_SHOP.split(
                List.of(new Opinion(6, 1), new Opinion(2, 3)), Map.of(), Map.of("quay", TenThousandths.of(10)));

        assertThat(units(parts[0])).isCloseTo(6.5, within(0.001));
        assertThat(units(parts[1])).isCloseTo(3.5, within(0.001));
        assertThat(parts[0] + parts[1]).isEqualTo(100_000);
    }

    /// Two shops say that each sells 5 of 10 on the web; the chain's web shop is sure of 14: they
    /// follow it, each by two.
    @Test
    void aSureForecastOfAChannelIsListenedTo() {
        var split = new ChannelSplit(List.of(
                new Cell("hill", "TILL"), new Cell("hill", "WEB"), new Cell("quay", "TILL"), new Cell("quay", "WEB")));
        var unsure = new Opinion(5, 4);

        var parts = split.split(
                List.of(unsure, unsure, unsure, unsure),
                Map.of("WEB", new Opinion(14, 0.0001)),
                Map.of("hill", TenThousandths.of(10), "quay", TenThousandths.of(10)));

        assertThat(units(parts[1])).isCloseTo(7, within(0.01));
        assertThat(units(parts[3])).isCloseTo(7, within(0.01));
    }

    /// A till that sold nothing, and is nearly sure of it, is not asked for less than nothing.
    @Test
    void noChannelSellsLessThanNothing() {
        var parts = ONE_SHOP.split(
                List.of(new Opinion(0.1, 9), new Opinion(8, 1)), Map.of(), Map.of("quay", TenThousandths.of(3)));

        assertThat(parts).containsExactly(0, 30_000);
    }

    @Test
    void whateverIsForeseenChannelsAddUpToWhatIsOrdered() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var cells = new ArrayList<Cell>();
            var held = new HashMap<String, Long>();
            for (int l = 0; l < 1 + random.nextInt(6); l++) {
                held.put("shop " + l, random.nextInt(4) == 0 ? 0 : random.nextLong(0, 50_000_000));
                for (int c = 0; c < 1 + random.nextInt(3); c++) {
                    cells.add(new Cell("shop " + l, "channel " + c));
                }
            }
            var own = cells.stream().map(_ -> opinion(random)).toList();
            var chain = Map.of("channel 0", opinion(random), "channel 7", opinion(random));

            var parts = new ChannelSplit(cells).split(own, chain, held);

            held.forEach((shop, whole) -> assertThat(IntStream.range(0, parts.length)
                            .filter(i -> cells.get(i).location().equals(shop))
                            .mapToLong(i -> parts[i])
                            .sum())
                    .isEqualTo(whole));
            assertThat(Arrays.stream(parts).min().orElse(0)).as("seed %d", seed).isNotNegative();
        }
    }

    private static Opinion opinion(Random random) {
        return random.nextInt(5) == 0
                ? new Opinion(0, 0)
                : new Opinion(random.nextDouble(0, 3_000), Math.pow(10, random.nextDouble(-6, 6)));
    }

    private static double units(long tenThousandths) {
        return TenThousandths.units(tenThousandths);
    }
}
