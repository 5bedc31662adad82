package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ImapaTests extends ForecastModelContract {

    @Override
    protected ForecastModel model() {
        return new Imapa();
    }

    /// By hand: buckets of one, two and three days, begun as plain means: days 0, 0, 6, 0, 0, 6 have
    /// the mean 2; pairs 0, 3, 3 have the mean 2; threes 2, 2.
    @Test
    void meansOverAllBucketSizes() {
        assertThat(having(0, 0, 6, 0, 0, 6).ahead(1)).isCloseTo(2, within(1e-9));
    }

    /// By hand: interval 2. Days 4, 0, 4, 0: 4, 2, 8/3, 2; the pairs 2, 2. The mean is 2.
    @Test
    void takesOnlyTheSizesUpToTheMeanInterval() {
        assertThat(having(4, 0, 4, 0).ahead(1)).isCloseTo(2, within(1e-9));
    }
}
