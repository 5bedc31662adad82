package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SmoothingWithProfileTests extends ForecastModelContract {

    @Override
    protected ForecastModel model() {
        return new SmoothingWithProfile();
    }

    @Test
    void doesNotTakeLuckForAPattern() {
        var random = new java.util.Random(7);
        var memory = model().begin(Frequency.DAILY);
        for (int i = 0; i < 364; i++) {
            memory.observe(random.nextInt(10) == 0 ? 5 : 0);
        }
        double level = 0;
        for (int day = 1; day <= 7; day++) {
            level += memory.ahead(day) / 7;
        }

        for (int day = 1; day <= 7; day++) {
            assertThat(memory.ahead(day)).isCloseTo(level, within(0.15 * level));
        }
    }

    /// By hand: ten days of 4 and then one of 14, with all factors still at one. Each of the three
    /// levels is the weighted mean 4 + 10 · 1/(1 + q + … + q^10), with q = 1 - α.
    @Test
    void weighsTheLastDayMost() {
        double expected = 0;
        for (double keep : new double[] {0.97, 0.9, 0.75}) {
            double weights = (1 - Math.pow(keep, 11)) / (1 - keep);
            expected += (4 + 10 / weights) / 3;
        }

        assertThat(having(4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 14).ahead(1)).isCloseTo(expected, within(1e-9));
    }
}
