package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EtsTests extends ForecastModelContract {

    @Override
    protected ForecastModel model() {
        return new Ets();
    }

    /// By hand: while it is young the level is the plain mean: (4 + 8 + 12) / 3 = 8.
    @Test
    void beginsAsAPlainMean() {
        assertThat(having(new Ets(Ets.Form.ANN), Frequency.DAILY, 4, 8, 12).ahead(1))
                .isCloseTo(8, within(1e-9));
    }

    /// Six years of months that sell 5, but 15 in December: only a season explains that.
    @Test
    void seesDecemberAfterSixYears() {
        var months = java.util.stream.IntStream.range(0, 72)
                .mapToDouble(month -> month % 12 == 11 ? 15 : 5)
                .toArray();
        var memory = having(model(), Frequency.MONTHLY, months);

        assertThat(memory.ahead(12)).isGreaterThan(11);
        assertThat(memory.ahead(1)).isCloseTo(5, within(1.5));
    }
}
