package io.quartermaster.forecasting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// What a forecast is made of: a level with its trend, and how weekdays or seasons differ from
/// it.
///
/// @param level units of a usual period
/// @param weekdayFactors Monday first, around one; seven ones where a period is no day
/// @param course units of each period to come, freed of weekday and season
/// @param swing what the course is shaped by: the weekday of days, the season of weeks and months
record Composition(double level, List<Double> weekdayFactors, List<Double> course, Reason swing) {

    private static final int WEEK = 7;

    Composition {
        weekdayFactors = List.copyOf(weekdayFactors);
        course = List.copyOf(course);
    }

    /// Takes a forecast apart.
    ///
    /// @param season the means of at least one season to come
    /// @param course the same, freed of weekday and season
    /// @param from the first day of it
    static Composition of(double[] season, List<Double> course, Frequency frequency, LocalDate from) {
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
        var swing = frequency == Frequency.DAILY ? Reason.WEEKDAY : Reason.SEASON;
        return new Composition(level, factors, course, swing);
    }

    /// Takes a forecast apart of which no trend is known.
    ///
    /// @param means of all periods to come, at least one season of them
    static Composition of(double[] means, Frequency frequency, LocalDate from) {
        double level = Arrays.stream(means, 0, frequency.season()).average().orElse(0);
        return of(means, Collections.nCopies(means.length, level), frequency, from);
    }

    /// The units that a usual period sells now, before any trend; zero if nothing is sold.
    double now() {
        return course.getFirst();
    }

    /// All that it knows, as figures.
    double[] figures() {
        return DoubleStream.concat(
                        DoubleStream.of(level),
                        Stream.concat(weekdayFactors.stream(), course.stream()).mapToDouble(Double::doubleValue))
                .toArray();
    }

    /// What one period to come is made of.
    ///
    /// @param mean the units expected in it
    /// @param asSold what `now` would be if all had counted as it was sold
    /// @param marked the same, with the periods that had an empty shelf known
    Explanation explain(int period, double mean, double asSold, double marked) {
        double then = course.get(period);
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
