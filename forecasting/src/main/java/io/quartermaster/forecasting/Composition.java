package io.quartermaster.forecasting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What a forecast is made of: a level, and how weekdays differ from it.
///
/// @param level units of a usual period
/// @param weekdayFactors Monday first, around one; seven ones where a period is no day
record Composition(double level, List<Double> weekdayFactors) {

    private static final int WEEK = 7;

    Composition {
        weekdayFactors = List.copyOf(weekdayFactors);
    }

    /// Takes a forecast apart.
    ///
    /// @param season the means of at least one season to come
    /// @param from the first day of it
    static Composition of(double[] season, Frequency frequency, LocalDate from) {
        double level = 0;
        for (int i = 0; i < frequency.season(); i++) {
            level += season[i] / frequency.season();
        }
        var factors = new ArrayList<>(Collections.nCopies(WEEK, 1.0));
        if (frequency == Frequency.DAILY && level > 0) {
            for (int i = 0; i < WEEK; i++) {
                factors.set(from.plusDays(i).getDayOfWeek().getValue() - 1, season[i] / level);
            }
        }
        return new Composition(level, factors);
    }
}
