package io.quartermaster.demand;

import io.quartermaster.retail.LocationId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// How good the forecasts of one class of demand were at one location, and whether they drift.
///
/// The error of the means drifts when the daily errors lean to one side more than chance would
/// have it: their sum, over the root of the sum of their squares, is beyond three (a sum of
/// independent errors around zero is so once in 370 times), and the bias is worth a thought.
///
/// @param demandClass SMOOTH, ERRATIC, INTERMITTENT, LUMPY or NONE
/// @param days on how many days forecasts were held against sales
/// @param forecasts how many variants and days in all
/// @param expected units
/// @param sold units
/// @param absoluteError units, summed variant by variant and day by day
/// @param coverage95 share of variants and days that sold no more than the 95 % quantile
/// @param lean the sum of daily errors over the root of the sum of their squares; 0 below a week
public record ForecastAccuracy(
        LocationId location,
        String demandClass,
        int days,
        int forecasts,
        double expected,
        double sold,
        double absoluteError,
        double coverage95,
        double lean) {

    private static final int DAYS_MIN = 7;
    private static final double LEAN_MAX = 3;
    private static final double BIAS_MAX = 0.05;

    static ForecastAccuracy of(List<Outcome> outcomes) {
        var first = outcomes.getFirst();
        var sum = outcomes.stream().reduce(Outcome::plus).orElse(first);
        double errors = 0;
        double squares = 0;
        for (var outcome : sorted(outcomes)) {
            double error = outcome.expected() - outcome.sold();
            errors += error;
            squares += error * error;
        }
        return new ForecastAccuracy(
                first.location(),
                first.demandClass(),
                outcomes.size(),
                sum.forecasts(),
                sum.expected(),
                sum.sold(),
                sum.absoluteError(),
                sum.forecasts() == 0 ? 0 : (double) sum.covered() / sum.forecasts(),
                outcomes.size() < DAYS_MIN || squares == 0 ? 0 : errors / Math.sqrt(squares));
    }

    /// In the order of days, so that the same outcomes sum up to the same bits.
    private static List<Outcome> sorted(List<Outcome> outcomes) {
        Comparator<Outcome> byDay = Comparator.comparing(Outcome::day, LocalDate::compareTo);
        return outcomes.stream().sorted(byDay).toList();
    }

    /// Expected less sold, over sold; 0 if nothing was sold.
    public double bias() {
        return sold == 0 ? 0 : (expected - sold) / sold;
    }

    /// Absolute error over what was sold (WAPE); 0 if nothing was sold.
    public double error() {
        return sold == 0 ? 0 : absoluteError / sold;
    }

    /// Whether enough days were seen to say anything.
    public boolean isJudged() {
        return days >= DAYS_MIN;
    }

    /// Whether somebody should look: forecasts are too high, or too low, day after day.
    public boolean drifts() {
        return Math.abs(lean) > LEAN_MAX && Math.abs(expected - sold) > BIAS_MAX * Math.max(expected, sold);
    }
}
