package io.quartermaster.forecasting.panel;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.forecasting.Frequency;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A panel keeps apart what is known ahead and what was only seen afterwards.
class PanelTests {

    private static Panel panel(List<KnownColumn> known, List<RealisedColumn> realised) {
        return new Panel(
                Frequency.DAILY,
                LocalDate.of(2026, 1, 5),
                3,
                2,
                List.of(new PanelSeries("pen", 0, new float[] {1, 2, 3})),
                known,
                realised,
                List.of());
    }

    @Test
    void refusesAPaidPriceAsAPlannedOne() {
        var paid = new float[][] {{2.5f, 2.5f, 2f}};

        assertThatThrownBy(() -> panel(List.of(new KnownColumn("price", false, paid)), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("price")
                .hasMessageContaining("3 periods, not 5");
    }

    @Test
    void refusesAPaidPriceOfDaysToCome() {
        var paid = new float[][] {{2.5f, 2.5f, 2f, 2f, 2f}};

        assertThatThrownBy(() -> panel(List.of(), List.of(new RealisedColumn("price", paid))))
                .hasMessageContaining("5 periods, not 3");
    }

    @Test
    void refusesASeriesThatEndsBeforeThePanel() {
        assertThatThrownBy(() -> new Panel(
                        Frequency.DAILY,
                        LocalDate.of(2026, 1, 5),
                        5,
                        2,
                        List.of(new PanelSeries("pen", 1, new float[] {1, 2, 3})),
                        List.of(),
                        List.of(),
                        List.of()))
                .hasMessageContaining("pen")
                .hasMessageContaining("must end with the panel at 5");
    }
}
