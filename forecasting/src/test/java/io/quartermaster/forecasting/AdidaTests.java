package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdidaTests extends ForecastModelContract {

    @Override
    protected ForecastModel model() {
        return new Adida();
    }

    /// By hand: sold every third day, so buckets of three days; each holds 6, and 6 / 3 = 2.
    @Test
    void spreadsABucketOverItsDays() {
        assertThat(having(0, 0, 6, 0, 0, 6, 0, 0, 6, 0, 0, 6).ahead(1)).isCloseTo(2, within(1e-9));
        assertThat(having(0, 6, 0, 0, 6, 0, 0, 6, 0, 0, 6, 0).ahead(1)).isCloseTo(2, within(1e-9));
    }

    /// By hand: buckets of one day, the mean of the first two is (2 + 4) / 2 = 3.
    @Test
    void isPlainSmoothingOfWhatSellsEachDay() {
        assertThat(having(2, 4).ahead(1)).isCloseTo(3, within(1e-9));
    }
}
