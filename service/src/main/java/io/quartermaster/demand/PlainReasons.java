package io.quartermaster.demand;

import io.quartermaster.demand.MadeOf.Made;
import io.quartermaster.forecasting.Explanation;
import io.quartermaster.forecasting.Reading;
import io.quartermaster.forecasting.Reason;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.stream.IntStream;

/// Takes a forecast apart by its own figures: the week around each day, and how the day differs.
///
/// For forecasts that analogues, a surprise or a learner had a say in, which cannot be made again
/// from one series.
final class PlainReasons {

    private static final int WEEK = 7;
    private static final double HARDLY = 0.001;

    private PlainReasons() {}

    /// What some days are made of; days before it begins and beyond its horizon are left out.
    static MadeOf of(DemandForecast forecast, LocalDate from, int days) {
        double[] means = forecast.days().means();
        int first = Math.clamp(ChronoUnit.DAYS.between(forecast.firstDay(), from), 0, means.length - 1);
        int some = Math.clamp(days, 1, means.length - first);
        var explanation = IntStream.range(first, first + some)
                .mapToObj(day -> day(means, day))
                .reduce(Explanation::plus)
                .orElseThrow();
        return new MadeOf(
                forecast.firstDay().plusDays(first),
                some,
                explanation,
                new Reading(forecast.history().days(), 0, 0, 0, 0),
                new Made(
                        forecast.madeAt(),
                        forecast.model().name(),
                        Arrays.stream(forecast.weekdayFactors()).boxed().toList()));
    }

    private static Explanation day(double[] means, int day) {
        double now = week(means, 0);
        double then = week(means, day);
        var factors = new EnumMap<Reason, Double>(Reason.class);
        if (now <= 0 || then <= 0) { // nothing cannot be multiplied
            return Explanation.ofFactors(means[day], factors);
        }
        double trend = Math.abs(then / now - 1) < HARDLY ? 1 : then / now;
        if (trend != 1) {
            factors.put(Reason.TREND, trend);
        }
        factors.put(Reason.WEEKDAY, means[day] / (now * trend));
        return Explanation.ofFactors(now, factors);
    }

    /// The mean of the week from a day on, or of the last one.
    private static double week(double[] means, int day) {
        int from = Math.max(0, Math.min(day, means.length - WEEK));
        return Arrays.stream(means, from, Math.min(means.length, from + WEEK))
                .average()
                .orElse(0);
    }
}
