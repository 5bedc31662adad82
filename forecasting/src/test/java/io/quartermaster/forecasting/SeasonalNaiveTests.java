package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SeasonalNaiveTests extends ForecastModelContract {

    @Override
    protected ForecastModel model() {
        return new SeasonalNaive();
    }

    @Test
    void repeatsTheLastWeek() {
        var memory = having(9, 9, 9, 9, 9, 9, 9, 1, 2, 3, 4, 5, 6, 7);

        assertThat(memory.ahead(1)).isEqualTo(1);
        assertThat(memory.ahead(7)).isEqualTo(7);
        assertThat(memory.ahead(9)).isEqualTo(2);
    }

    @Test
    void looksAWeekFurtherBackWhereADayWasNotSeen() {
        var memory = having(1, 2, 3, 4, 5, 6, 7, Double.NaN, 20, 30, 40, 50, 60, 70);

        assertThat(memory.ahead(1)).isEqualTo(1);
        assertThat(memory.ahead(2)).isEqualTo(20);
    }

    /// By hand: (2 + 4) / 2 = 3.
    @Test
    void takesTheMeanForAWeekdayItHasNotMet() {
        assertThat(having(2, 4).ahead(1)).isCloseTo(3, within(1e-9));
    }
}
