package io.quartermaster.demand;

import io.quartermaster.forecasting.Explanation;
import io.quartermaster.forecasting.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What the forecast of some days together is made of.
///
/// @param from the first of these days
/// @param days how many
/// @param explanation the usual units, and how far each reason moves them
/// @param reading what the forecast has read, and what of it counts otherwise than it was sold
public record MadeOf(LocalDate from, int days, Explanation explanation, Reading reading, Made made) {

    /// How it was made.
    ///
    /// @param models by which models
    /// @param weekdayFactors how much more or less than usual each weekday sells, Monday first
    public record Made(Instant at, String models, List<Double> weekdayFactors) {

        public Made {
            weekdayFactors = List.copyOf(weekdayFactors);
        }
    }
}
