package io.quartermaster.forecasting.panel;

import io.quartermaster.forecasting.Frequency;
import java.time.LocalDate;
import java.util.List;

/// Many series that end together, and what is known of the periods after that.
///
/// Compact: four bytes for a period of a series, and as many for a column of it.
///
/// @param start the day of period zero
/// @param periods how many periods have passed; the forecast begins after them
/// @param horizon how many periods to come are wanted, and known columns reach
public record Panel(
        Frequency frequency,
        LocalDate start,
        int periods,
        int horizon,
        List<PanelSeries> series,
        List<KnownColumn> known,
        List<RealisedColumn> realised,
        List<StaticColumn> attributes) {

    /// The most periods to come.
    public static final int HORIZON_MAX = 1_100;

    /// Checks that all fits together.
    ///
    /// @throws IllegalArgumentException if a series does not end where the panel ends, a known
    /// column does not reach to the end of the horizon, or a realised one reaches into it
    public Panel {
        series = List.copyOf(series);
        known = List.copyOf(known);
        realised = List.copyOf(realised);
        attributes = List.copyOf(attributes);
        if (horizon < 1 || horizon > HORIZON_MAX) {
            throw new IllegalArgumentException("""
                    The horizon (%d) must be between 1 and %d periods.
                    Maybe ask for lead time plus review period.""".formatted(horizon, HORIZON_MAX));
        }
        for (int s = 0; s < series.size(); s++) {
            int length = series.get(s).units().length;
            if (series.get(s).first() < 0 || series.get(s).first() + length != periods) {
                throw new IllegalArgumentException(
                        "The series (%s) has periods %d to %d, but must end with the panel at %d."
                                .formatted(
                                        series.get(s).id(),
                                        series.get(s).first(),
                                        series.get(s).first() + length,
                                        periods));
            }
            for (var column : known) {
                requireReach(column.name(), column.values()[s].length, length + horizon);
            }
            for (var column : realised) {
                requireReach(column.name(), column.values()[s].length, length);
            }
        }
    }

    private static void requireReach(String name, int reach, int wanted) {
        if (reach != wanted) {
            throw new IllegalArgumentException("""
                    The column (%s) has %d periods, not %d.
                    Maybe it is a realised one: those end with the history, known ones with the horizon.""".formatted(name, reach, wanted));
        }
    }

    /// The first day of a period, whether it has passed or not.
    public LocalDate day(int period) {
        return frequency.dayOf(start, period);
    }
}
