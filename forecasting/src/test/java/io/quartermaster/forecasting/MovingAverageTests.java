package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MovingAverageTests extends ForecastModelContract {

    @Override
    protected ForecastModel model() {
        return new MovingAverage();
    }

    /// By hand: 28 days of which 14 sold 2 and 14 sold 4 make 3 a day and 21 a week; the
    /// hundreds before are forgotten.
    @Test
    void forgetsWhatIsOlderThanFourWeeks() {
        var memory = model().begin(Frequency.DAILY);
        for (int i = 0; i < 60; i++) {
            memory.observe(i < 32 ? 100 : i % 2 == 0 ? 2 : 4);
        }

        assertThat(aWeek(memory)).isCloseTo(21, within(1e-9));
    }

    @Test
    void recoversExactlyFromAHugeOrder() {
        var memory = model().begin(Frequency.DAILY);
        memory.observe(1e17);
        for (int i = 0; i < 28; i++) {
            memory.observe(0.1);
        }

        assertThat(aWeek(memory)).isCloseTo(0.7, within(1e-12));
    }

    private static double aWeek(ForecastModel.Memory memory) {
        return IntStream.rangeClosed(1, 7).mapToDouble(memory::ahead).sum();
    }
}
