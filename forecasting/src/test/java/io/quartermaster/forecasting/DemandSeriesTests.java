package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemandSeriesTests {

    private static final LocalDate MONDAY = LocalDate.of(2024, 2, 26);

    @Test
    void remembersADayWithoutStockAsUnknownNotAsZero() {
        var series = DemandSeries.daily(MONDAY, new double[] {3, 0, 4}, new boolean[] {false, true, false});

        assertThat(series.isCensored(1)).isTrue();
        assertThat(series.units(1)).isZero();
        assertThat(series.demand(1)).isNaN();
        assertThat(series.demand(2)).isEqualTo(4);
    }

    @Test
    void readsReturnsAsNoDemandAndKeepsThem() {
        var series = DemandSeries.daily(MONDAY, -5, 2);

        assertThat(series.units(0)).isEqualTo(-5);
        assertThat(series.demand(0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void knowsNothingOfWhatIsNoNumber(double units) {
        assertThat(DemandSeries.daily(MONDAY, 1, units).demand(1)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 127, -127, 128, -128, 32_767, -32_768, 40_000, 0.25, -0.0, 1e15})
    void givesBackEachNumberAsItCame(double units) {
        var series = DemandSeries.daily(MONDAY, units, Double.NaN, 2);

        assertThat(series.units(0)).isEqualTo(units + 0.0);
        assertThat(series.units(1)).isNaN();
        assertThat(series.units(2)).isEqualTo(2);
    }

    @Test
    void isNotChangedByItsCaller() {
        double[] units = {1.5, 2};
        boolean[] censored = {false, false};
        var series = DemandSeries.daily(MONDAY, units, censored);
        units[0] = 99;
        censored[1] = true;

        assertThat(series.units(0)).isEqualTo(1.5);
        assertThat(series.isCensored(1)).isFalse();
    }

    @Test
    void endsTheDayAfterTheLastOverALeapDay() {
        assertThat(DemandSeries.daily(MONDAY, 1, 1, 1, 1).end()).isEqualTo(LocalDate.of(2024, 3, 1));
    }

    @Test
    void knowsWhatIsCountedAndWhatIsWeighed() {
        assertThat(DemandSeries.daily(MONDAY, 1, Double.NaN, 3).isCounted()).isTrue();
        assertThat(DemandSeries.daily(MONDAY, 1, 0.25).isCounted()).isFalse();
    }

    @Test
    void refusesMarksThatDoNotMatch() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemandSeries.daily(MONDAY, new double[3], new boolean[2]))
                .withMessageStartingWith("The censored marks (2) are not as many as the units (3).");
    }

    @Test
    void refusesHoursTakenForDays() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemandSeries.daily(MONDAY, new double[DemandSeries.PERIODS_MAX + 1]))
                .withMessageContaining("40001");
    }

    @Test
    void remembersTheHourOnlyWhereTheShelfRanDry() {
        var series = DemandSeries.daily(MONDAY, new double[] {3, 2}, new boolean[] {false, true})
                .withSharesBeforeSoldOut(new double[] {0.5, 0.25});

        assertThat(series.shareBeforeSoldOut(0)).isNaN();
        assertThat(series.shareBeforeSoldOut(1)).isEqualTo(0.25);
        assertThat(series.units(1)).isEqualTo(2);
    }

    @Test
    void refusesSharesThatAreNone() {
        var series = DemandSeries.daily(MONDAY, 3, 2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> series.withSharesBeforeSoldOut(new double[] {0.5}))
                .withMessageStartingWith("The shares (1) are not as many as the periods (2).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> series.withSharesBeforeSoldOut(new double[] {Double.NaN, 40}))
                .withMessageStartingWith("The share (40.0) of period 1 must lie between 0 and 1");
    }
}
