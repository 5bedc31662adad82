package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CrostonSbaTests extends ForecastModelContract {

    @Override
    protected ForecastModel model() {
        return new CrostonSba();
    }

    /// By hand: sizes 6, 6 and 6; intervals 3, 3 and 3; (1 - 0.1/2) · 6/3 = 1.9.
    @Test
    void dividesSizeByInterval() {
        assertThat(having(0, 0, 6, 0, 0, 6, 0, 0, 6).ahead(1)).isCloseTo(1.9, within(1e-9));
    }

    @Test
    void keepsItsForecastWhileNothingSells() {
        var before = having(0, 0, 6, 0, 0, 6).ahead(1);

        assertThat(having(0, 0, 6, 0, 0, 6, 0, 0, 0, 0, 0, 0).ahead(1)).isEqualTo(before);
    }

    @Test
    void doesNotWaitOnDaysWithoutStock() {
        var nan = Double.NaN;

        assertThat(having(0, 0, 6, nan, nan, 0, 0, 6).ahead(1))
                .isEqualTo(having(0, 0, 6, 0, 0, 6).ahead(1));
    }
}
