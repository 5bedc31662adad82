package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ThetaTests extends ForecastModelContract {

    @Override
    protected ForecastModel model() {
        return new Theta();
    }

    /// By hand: the line rises by 1 a day, and smoothing by 0.5 errs least but lags by a day. So 49 +
    /// 0.5 · (1 - 1 + 2) = 50 tomorrow, and half a unit more for each day after.
    @Test
    void goesOnWithHalfTheTrend() {
        var rising =
                java.util.stream.IntStream.rangeClosed(11, 50).asDoubleStream().toArray();

        assertThat(having(rising).ahead(1)).isCloseTo(50, within(1.0));
        assertThat(having(rising).ahead(15) - having(rising).ahead(1)).isCloseTo(7, within(0.5));
    }
}
