package io.quartermaster.forecasting;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;

/// What a forecast is made of: a level with its trend, and how weekdays or seasons differ from
/// it.
final class Composition {

    private static final int WEEK = 7;

    private final double level;
    private final double[] weekdayFactors;
    private final double[] course;
    private final Reason swing;

    /// A composition of these.
    ///
    /// @param level units of a usual period
    /// @param weekdayFactors Monday first, around one; seven ones where a period is no day
    /// @param course units of each period to come, freed of weekday and season
    /// @param swing what the course is shaped by: the weekday of days, the season of weeks and months
    private Composition(double level, double[] weekdayFactors, double[] course, Reason swing) {
        this.level = level;
        this.weekdayFactors = weekdayFactors;
        this.course = course;
        this.swing = swing;
    }

    /// Takes a forecast apart.
    ///
    /// @param season the means of at least one season to come
    /// @param course the same, freed of weekday and season
    /// @param from the first day of it
    static Composition of(double[] season, double[] course, Frequency frequency, LocalDate from) {
        double level = 0;
        for (int i = 0; i < frequency.season(); i++) {
            level += season[i] / frequency.season();
        }
        var factors = new double[WEEK];
        Arrays.fill(factors, 1);
        if (frequency == Frequency.DAILY && level > 0) {
            int first = from.getDayOfWeek().getValue() - 1;
            for (int i = 0; i < WEEK; i++) {
                factors[(first + i) % WEEK] = season[i] / level;
            }
        }
        return new Composition(level, factors, course, frequency == Frequency.DAILY ? Reason.WEEKDAY : Reason.SEASON);
    }

    /// Takes a forecast apart of which no trend is known.
    ///
    /// @param means of all periods to come, at least one season of them
    static Composition of(double[] means, Frequency frequency, LocalDate from) {
        var course = new double[means.length];
        Arrays.fill(
                course, Arrays.stream(means, 0, frequency.season()).average().orElse(0));
        return of(means, course, frequency, from);
    }

    /// Units of a usual period.
    double level() {
        return level;
    }

    /// Monday first, around one; seven ones where a period is no day.
    double[] weekdayFactors() {
        return weekdayFactors.clone();
    }

    /// The units that a usual period sells now, before any trend; zero if nothing is sold.
    double now() {
        return course[0];
    }

    /// All that it knows, as figures.
    double[] figures() {
        var figures = new double[1 + WEEK + course.length];
        figures[0] = level;
        System.arraycopy(weekdayFactors, 0, figures, 1, WEEK);
        System.arraycopy(course, 0, figures, 1 + WEEK, course.length);
        return figures;
    }

    /// What one period to come is made of.
    ///
    /// @param mean the units expected in it
    /// @param asSold what `now` would be if all had counted as it was sold
    /// @param marked the same, with the periods that had an empty shelf known
    Explanation explain(int period, double mean, double asSold, double marked) {
        double then = course[period];
        if (asSold <= 0 || marked <= 0 || now() <= 0 || then <= 0) { // nothing cannot be multiplied
            return Explanation.ofFactors(mean, new EnumMap<>(Reason.class));
        }
        var factors = new EnumMap<Reason, Double>(Reason.class);
        put(factors, Reason.EMPTY_SHELF, marked / asSold);
        put(factors, Reason.HUGE_ORDERS, now() / marked);
        put(factors, Reason.TREND, then / now());
        factors.put(swing, mean / then);
        return Explanation.ofFactors(asSold, factors);
    }

    private static void put(EnumMap<Reason, Double> factors, Reason reason, double factor) {
        if (factor != 1) {
            factors.put(reason, factor);
        }
    }
}
