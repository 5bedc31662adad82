package io.quartermaster.demand;

import java.time.LocalDate;
import java.util.Arrays;

/// Forecasts of variants added up, day by day.
///
/// Deviations are as if no variant knew of the other: a total that was tried on its own past
/// knows better.
final class LeafSum {

    private final long[] means;
    private final double[] variances;
    private final double[] windows;
    private int forecasts;
    private boolean counted = true;

    LeafSum(int horizon) {
        means = new long[horizon];
        variances = new double[horizon];
        windows = new double[horizon];
    }

    /// @param day the first that counts
    void add(DemandForecast forecast, LocalDate day) {
        var days = forecast.days();
        for (int i = 0; i < means.length; i++) {
            means[i] += TenThousandths.of(forecast.mean(day.plusDays(i)));
            variances[i] += square(at(days.deviations(), i));
            windows[i] += square(at(days.windows(), i)) * beyond(days.windows().length, i);
        }
        counted &= forecast.model().counted();
        forecasts++;
    }

    /// Beyond a forecast's horizon uncertainty grows with the root of time.
    private static double beyond(int known, int i) {
        return i < known ? 1 : (i + 1.0) / known;
    }

    private static double at(double[] values, int i) {
        return values[Math.min(i, values.length - 1)];
    }

    private static double square(double value) {
        return value * value;
    }

    long[] means() {
        return means.clone();
    }

    long mean(int day) {
        return means[day];
    }

    /// Of each day.
    double[] deviations() {
        return roots(variances);
    }

    /// Of the first day, of the first two together, and so on.
    double[] windows() {
        return roots(windows);
    }

    int forecasts() {
        return forecasts;
    }

    boolean counted() {
        return counted;
    }

    private static double[] roots(double[] variances) {
        return Arrays.stream(variances).map(Math::sqrt).toArray();
    }
}
