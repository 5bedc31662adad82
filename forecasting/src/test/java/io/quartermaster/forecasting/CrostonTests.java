package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CrostonTests extends ForecastModelContract {

    @Override
    protected ForecastModel model() {
        return new Croston();
    }

    /// By hand: sizes 6 and intervals 3, so 6 / 3 = 2.
    @Test
    void dividesSizeByInterval() {
        assertThat(having(0, 0, 6, 0, 0, 6).ahead(1)).isCloseTo(2, within(1e-9));
    }
}
