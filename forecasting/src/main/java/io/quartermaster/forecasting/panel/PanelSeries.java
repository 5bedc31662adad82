package io.quartermaster.forecasting.panel;

import io.quartermaster.forecasting.DemandSeries;
import io.quartermaster.forecasting.Frequency;
import java.time.LocalDate;

/// One series of a panel.
///
/// @param first the panel's period in which it begins
/// @param units as sold, up to the panel's end, from its first period on; `NaN` where nobody
/// knows or demand could not show itself: that is left out, and never read as no demand
public record PanelSeries(String id, int first, float[] units) {

    /// The same for models that look at one series alone.
    ///
    /// @param panelStart the day of the panel's first period
    public DemandSeries alone(LocalDate panelStart, Frequency frequency) {
        return alone(panelStart, frequency, units.length);
    }

    /// The same, as it was known after its first `known` periods.
    public DemandSeries alone(LocalDate panelStart, Frequency frequency, int known) {
        var plain = new double[known];
        for (int i = 0; i < known; i++) {
            plain[i] = units[i];
        }
        return DemandSeries.of(frequency.dayOf(panelStart, first), frequency, plain, new boolean[known]);
    }
}
