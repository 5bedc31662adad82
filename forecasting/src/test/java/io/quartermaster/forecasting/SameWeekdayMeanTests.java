package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SameWeekdayMeanTests extends ForecastModelContract {

    @Override
    protected ForecastModel model() {
        return new SameWeekdayMean();
    }

    /// By hand: the Mondays sold 10, 12 and 14, all other days 1.
    @Test
    void keepsMondaysApart() {
        var sold = new double[21];
        java.util.Arrays.fill(sold, 1);
        sold[0] = 10;
        sold[7] = 12;
        sold[14] = 14;

        assertThat(having(sold).ahead(1)).isCloseTo(12, within(1e-9));
        assertThat(having(sold).ahead(2)).isCloseTo(1, within(1e-9));
    }

    @Test
    void takesTheMeanOfAllForAWeekdayItHasNotMet() {
        assertThat(having(2, 4).ahead(1)).isCloseTo(3, within(1e-9));
    }
}
