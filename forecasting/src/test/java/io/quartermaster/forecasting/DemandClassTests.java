package io.quartermaster.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemandClassTests {

    private static DemandClass of(double... units) {
        return DemandClass.of(DemandSeries.daily(LocalDate.of(2026, 1, 5), units));
    }

    @Test
    void callsEvenDailySalesSmooth() {
        assertThat(of(4, 5, 4, 5, 4, 5)).isEqualTo(DemandClass.SMOOTH);
    }

    /// By hand: sizes 1, 1, 10 have mean 4 and variance 18, so CV² is 18/16 = 1.125.
    @Test
    void callsUnevenDailySalesErratic() {
        assertThat(of(1, 1, 10)).isEqualTo(DemandClass.ERRATIC);
    }

    @Test
    void callsEvenSalesNowAndThenIntermittent() {
        assertThat(of(0, 2, 0, 2, 0, 2)).isEqualTo(DemandClass.INTERMITTENT);
    }

    @Test
    void callsUnevenSalesNowAndThenLumpy() {
        assertThat(of(0, 1, 0, 1, 0, 10)).isEqualTo(DemandClass.LUMPY);
    }

    @Test
    void hasNoClassForWhatNeverSold() {
        assertThat(of()).isEqualTo(DemandClass.NONE);
        assertThat(of(0, 0, -3)).isEqualTo(DemandClass.NONE);
    }

    @Test
    void doesNotTakeDaysWithoutStockForDaysWithoutDemand() {
        var nan = Double.NaN;

        assertThat(of(4, nan, nan, nan, 5, 4)).isEqualTo(DemandClass.SMOOTH);
    }

    @ParameterizedTest
    @CsvSource({
        "1.31, 0.48, SMOOTH",
        "1.31, 0.49, ERRATIC",
        "1.32, 0.48, INTERMITTENT",
        "1.32, 0.49, LUMPY",
    })
    void drawsTheBordersWhereSyntetosAndBoylanDid(double adi, double cv2, DemandClass expected) {
        assertThat(DemandClass.of(adi, cv2)).isEqualTo(expected);
    }
}
