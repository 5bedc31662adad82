package io.quartermaster.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTests {

    /// By hand: 30 sold where 20 were the most expected is half as fast again.
    @ParameterizedTest
    @CsvSource({"30, 20, 1.5", "20, 20, 1", "3, 20, 1", "500, 20, 3", "5, 0, 1"})
    void risesWithASurpriseAndNeverFalls(double sold, double highWeek, double pace) {
        assertThat(Pace.of(sold, highWeek)).isEqualTo(pace);
    }
}
