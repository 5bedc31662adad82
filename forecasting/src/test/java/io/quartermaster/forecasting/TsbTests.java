package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TsbTests extends ForecastModelContract {

    @Override
    protected ForecastModel model() {
        return new Tsb();
    }

    /// By hand: sold on 2 of 4 days, 6 each; 0.5 · 6 = 3. Then a day without: the fifth value of a
    /// mean over the first ten, 0.5 · 4/5 = 0.4, and 0.4 · 6 = 2.4.
    @Test
    void fadesWithEachDayWithout() {
        assertThat(having(6, 0, 6, 0).ahead(1)).isCloseTo(3, within(1e-9));
        assertThat(having(6, 0, 6, 0, 0).ahead(1)).isCloseTo(2.4, within(1e-9));
    }

    @Test
    void givesUpOnWhatHasDied() {
        var sold = new double[120];
        java.util.Arrays.fill(sold, 0, 40, 5);

        assertThat(having(sold).ahead(1)).isLessThan(0.01);
    }
}
