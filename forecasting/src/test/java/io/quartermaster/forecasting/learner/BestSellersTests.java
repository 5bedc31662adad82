package io.quartermaster.forecasting.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.forecasting.Frequency;
import io.quartermaster.forecasting.panel.KnownColumn;
import io.quartermaster.forecasting.panel.Panel;
import io.quartermaster.forecasting.panel.PanelSeries;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Which items matter: those that make four fifths of the turnover.
class BestSellersTests {

    private static final int WEEKS = 60;

    private static boolean[] best(double[] unitsAWeek, List<KnownColumn> known) {
        var series = IntStream.range(0, unitsAWeek.length)
                .mapToObj(s -> {
                    var units = new float[WEEKS];
                    Arrays.fill(units, (float) unitsAWeek[s]);
                    units[3] = Float.NaN;
                    return new PanelSeries("item " + s, 0, units);
                })
                .toList();
        var panel =
                new Panel(Frequency.WEEKLY, LocalDate.of(2024, 1, 1), WEEKS, 4, series, known, List.of(), List.of());
        return BestSellers.of(new Surroundings(panel, WEEKS), WEEKS);
    }

    private static KnownColumn prices(String name, double... prices) {
        var values = new float[prices.length][WEEKS + 4];
        for (int s = 0; s < prices.length; s++) {
            Arrays.fill(values[s], (float) prices[s]);
        }
        return new KnownColumn(name, false, values);
    }

    @Test
    void fewSellFourFifthsOfAllUnits() {
        assertThat(best(new double[] {1, 50, 4, 40, 5}, List.of())).containsExactly(false, true, false, true, false);
    }

    @Test
    void aDearItemMattersThoughItSellsSeldom() {
        var sold = new double[] {1, 50, 4, 40, 5};

        assertThat(best(sold, List.of(prices("price", 900, 1, 1, 1, 1))))
                .containsExactly(true, false, false, false, false);
        assertThat(best(sold, List.of(prices("discount", .9, .01, .01, .01, .01))))
                .containsExactly(false, true, false, true, false);
    }

    @Test
    void whereNothingIsSoldNothingMatters() {
        assertThat(best(new double[3], List.of())).containsExactly(false, false, false);
        assertThat(best(new double[0], List.of())).isEmpty();
    }
}
