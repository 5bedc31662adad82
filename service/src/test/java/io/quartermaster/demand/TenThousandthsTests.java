package io.quartermaster.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TenThousandthsTests {

    /// Ten cut into three equal parts: 3.3333 each and one ten-thousandth left, for the first.
    @Test
    void whatIsLeftGoesToTheLargestRemainder() {
        assertThat(TenThousandths.cut(100_000, new double[] {1, 1, 1})).containsExactly(33_334, 33_333, 33_333);
        assertThat(TenThousandths.cut(10, new double[] {0.26, 0.74})).containsExactly(3, 7);
    }

    @Test
    void nothingToShareByIsTheFirstOnes() {
        assertThat(TenThousandths.cut(7, new double[] {0, 0})).containsExactly(7, 0);
    }

    @Test
    void partsAlwaysAddUp() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            long whole = random.nextLong(0, 1L << random.nextInt(1, 50));
            var shares = random.doubles(1 + random.nextInt(9), 0, 1)
                    .map(share -> share < 0.3 ? 0 : Math.pow(10, 20 * share))
                    .toArray();

            var parts = TenThousandths.cut(whole, shares);

            assertThat(Arrays.stream(parts).sum()).as("seed %d", seed).isEqualTo(whole);
            assertThat(Arrays.stream(parts).min().orElse(-1))
                    .as("seed %d", seed)
                    .isNotNegative();
        }
    }
}
