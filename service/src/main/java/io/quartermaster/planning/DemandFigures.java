package io.quartermaster.planning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a forecast says of one variant at one location, as far as ordering needs it.
///
/// @param protection demand from today over lead time and review period, pace included
/// @param expected units per day from today on, pace included
/// @param weekdayFactors how much more or less than usual each weekday sells, Monday first
/// @param pace how much faster it sells than the forecast thought possible; 1 is as foreseen
/// @param yearly units expected in a year
/// @param coverage share of past days whose demand stayed within what was then planned for;
/// zero if never tried
/// @param origins from how many past dates the forecast was tried
public record DemandFigures(
        DemandOutlook protection,
        List<Double> expected,
        List<Double> weekdayFactors,
        double pace,
        double yearly,
        double coverage,
        int origins) {

    /// As much trust as two tries, of which one was right: what we begin with.
    private static final double PRIOR_TRIES = 2;

    private static final double PRIOR_RIGHT = 1;

    public DemandFigures {
        expected = List.copyOf(expected);
        weekdayFactors = List.copyOf(weekdayFactors);
        Figures.requireZeroOrMore("pace", pace);
        Figures.requireZeroOrMore("yearly", yearly);
        Figures.requireZeroOrMore("coverage", coverage);
    }

    /// What is asked of a forecast, as functions: this package knows no forecast.
    ///
    /// @param days lead time and review period together
    /// @param mean units expected on a day
    /// @param protection units that cover these days together with a chance
    /// @param coverage share of past days that stayed within the 95 % quantile; null if never tried
    public record Told(
            int days,
            ToDoubleFunction<LocalDate> mean,
            DoubleUnaryOperator protection,
            List<Double> weekdayFactors,
            @Nullable Double coverage,
            int origins) {

        private static final int DAYS_BEYOND = 30;
        private static final double DAYS_A_YEAR = 365;

        /// The figures from `today` on.
        ///
        /// @param serviceLevel the chance at which the reorder point will be asked for
        public DemandFigures from(LocalDate today, double serviceLevel, double pace) {
            var expected = IntStream.range(0, days + DAYS_BEYOND)
                    .mapToObj(day -> mean.applyAsDouble(today.plusDays(day)) * pace)
                    .toList();
            double sum = expected.stream()
                    .limit(days)
                    .mapToDouble(Double::doubleValue)
                    .sum();
            return new DemandFigures(
                    DemandOutlook.of(days, sum, chance -> protection.applyAsDouble(chance) * pace, serviceLevel),
                    expected,
                    weekdayFactors,
                    pace,
                    sum / days * DAYS_A_YEAR,
                    coverage == null ? 0 : coverage,
                    coverage == null ? 0 : origins);
        }
    }

    /// How sure we are, 0 to 100: the chance that a day's demand stays within what is planned for,
    /// as the backtest saw it, and nearer to 50 the less was tried.
    ///
    /// ```
    /// confidence = 100 · (origins · coverage + 1) / (origins + 2)
    /// ```
    ///
    /// Source: the rule of succession (Laplace).
    public int confidencePercent() {
        return (int) Math.round(100 * (origins * Math.min(1, coverage) + PRIOR_RIGHT) / (origins + PRIOR_TRIES));
    }

    /// How the weekdays differ, for a person to read.
    public String seasonality() {
        return IntStream.range(0, weekdayFactors.size())
                .mapToObj(day -> String.format(
                        Locale.ROOT,
                        "%s %.2f",
                        DayOfWeek.of(day + 1).getDisplayName(TextStyle.SHORT, Locale.ROOT),
                        weekdayFactors.get(day)))
                .collect(Collectors.joining(", "));
    }

    /// Whether it sells faster than foreseen, for a person to read.
    public String paceInWords() {
        return pace == 1 ? "as foreseen" : String.format(Locale.ROOT, "%.2f times the forecast's high", pace);
    }

    /// Units expected on a usual day.
    public double daily() {
        return protection.daily();
    }
}
