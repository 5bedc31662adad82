package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MovingAverageTests extends ForecastModelContract {

    @Override
    protected ForecastModel model() {
        return new MovingAverage();
    }

    /// By hand: 28 days of which 14 sold 2 and 14 sold 4; the hundreds before are forgotten.
    @Test
    void forgetsWhatIsOlderThanFourWeeks() {
        var memory = model().begin(Frequency.DAILY);
        for (int i = 0; i < 60; i++) {
            memory.observe(i < 32 ? 100 : i % 2 == 0 ? 2 : 4);
        }

        assertThat(memory.ahead(1)).isCloseTo(3, within(1e-9));
    }

    @Test
    void recoversExactlyFromAHugeOrder() {
        var memory = model().begin(Frequency.DAILY);
        memory.observe(1e17);
        for (int i = 0; i < 28; i++) {
            memory.observe(0.1);
        }

        assertThat(memory.ahead(1)).isCloseTo(0.1, within(1e-12));
    }
}
