package io.quartermaster.forecasting.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeGrowerTests {

    private static final int ROWS = 2_000;

    /// Each node holds the mean of what the rows that come through it are told in the end.
    @Test
    void nodesHoldTheMeanOfTheirRows() {
        var features = new float[ROWS][3];
        var slope = new float[ROWS];
        var curve = new float[ROWS];
        var random = new Random(3);
        for (int r = 0; r < ROWS; r++) {
            for (int f = 0; f < 3; f++) {
                features[r][f] = random.nextFloat();
            }
            slope[r] = (float) Math.sin(20 * features[r][0]) * 3 + 4 * (features[r][1] - 0.5f);
            curve[r] = 1;
        }
        var rows = Rows.of(features, new float[ROWS], new float[ROWS], new float[ROWS]);
        var settings = BoosterSettings.standard().withThreads(1);
        var tree = new TreeGrower(rows, settings)
                .grow(IntStream.range(0, ROWS).toArray(), ROWS, new int[] {0, 1, 2}, slope, curve);

        var sums = new double[tree.value().length];
        var counts = new int[sums.length];
        for (int r = 0; r < ROWS; r++) {
            int node = 0;
            sums[0] += tree.at(rows.bins(), r);
            counts[0]++;
            while (tree.feature()[node] >= 0) {
                boolean goesLeft = (rows.bins()[tree.feature()[node]][r] & 0xFF) <= tree.bin()[node];
                node = goesLeft ? tree.left()[node] : tree.right()[node];
                sums[node] += tree.at(rows.bins(), r);
                counts[node]++;
            }
        }
        assertThat(Arrays.stream(tree.feature()).filter(f -> f >= 0).count()).isGreaterThan(20);
        for (int node = 0; node < sums.length; node++) {
            assertThat((double) tree.value()[node]).isCloseTo(sums[node] / counts[node], within(1e-6));
        }
    }
}
