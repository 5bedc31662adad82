package io.quartermaster.forecasting.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The clock counts what its threads do, and no more than the process does.
class WorkersTests {

    private static double busy(int rounds) {
        double sum = 0;
        for (int i = 1; i < rounds; i++) {
            sum += Math.sqrt(i) * Math.sin(i);
        }
        return sum;
    }

    @Test
    void countsParallelStreamsWithinTheWork() {
        try (var workers = new Workers()) {
            var little = workers.work(() -> busy(1_000));
            var much = workers.work(() -> IntStream.range(0, 8)
                    .parallel()
                    .mapToDouble(i -> busy(3_000_000 + i))
                    .sum());

            assertThat(much.spent().own())
                    .isGreaterThan(10 * little.spent().own())
                    .isGreaterThan(0.1)
                    .isLessThanOrEqualTo(much.spent().process());
        }
    }

    @Test
    void handsOnWhatWentWrong() {
        try (var workers = new Workers()) {
            assertThatThrownBy(() -> workers.work(() -> {
                        throw new BadTable("line 3");
                    }))
                    .isInstanceOf(BadTable.class)
                    .hasMessage("line 3");
        }
    }
}
