package io.quartermaster.forecasting;

import java.util.Arrays;
import java.util.List;

/// How the first weeks of a thing differ from what it sells later: curiosity, or shelves not yet
/// full.
///
/// ```
/// course(week) = (Σ demand of that week + c) / (Σ later level + c),   c = 20 units
/// ```
///
/// summed over the analogues whose launch was seen; one where none was.
final class Launch {

    /// Weeks until a launch is over.
    private static final int WEEKS = 8;

    private static final double LEANING = 20;
    private static final double LEAST = 0.3;
    private static final double MOST = 3;

    private Launch() {}

    /// Periods that count as one step of a launch.
    static int stepLength(Frequency frequency) {
        return frequency == Frequency.DAILY ? 7 : 1;
    }

    private static int steps(Frequency frequency) {
        return frequency == Frequency.MONTHLY ? 2 : WEEKS;
    }

    /// Demand of each step, then the demand that was usual after the launch, per step; empty if the
    /// history does not reach as far after the launch as the launch lasted.
    static double[] course(DemandSeries history) {
        int length = stepLength(history.frequency());
        int steps = steps(history.frequency());
        if (history.length() < 2 * steps * length) {
            return new double[0];
        }
        var course = new double[steps + 1];
        for (int step = 0; step < steps; step++) {
            course[step] = mean(history, step * length, (step + 1) * length) * length;
        }
        course[steps] = mean(history, steps * length, 2 * steps * length) * length;
        return Arrays.stream(course).allMatch(Double::isFinite) ? course : new double[0];
    }

    private static double mean(DemandSeries history, int from, int to) {
        double sum = 0;
        int seen = 0;
        for (int i = from; i < to; i++) {
            double units = history.demand(i);
            if (!Double.isNaN(units)) {
                sum += units;
                seen++;
            }
        }
        return sum / seen; // NaN if nothing was seen
    }

    /// The factors of the first weeks; empty if no launch was seen.
    static double[] pooled(List<Analogue> analogues) {
        var courses = analogues.stream()
                .filter(analogue -> analogue.digest().launch().length > 0)
                .toList();
        if (courses.isEmpty()) {
            return new double[0];
        }
        int steps = courses.getFirst().digest().launch().length - 1;
        var factors = new double[steps];
        for (int step = 0; step < steps; step++) {
            double came = LEANING;
            double usual = LEANING;
            for (var analogue : courses) {
                came += analogue.likeness() * analogue.digest().launch()[step];
                usual += analogue.likeness() * analogue.digest().launch()[steps];
            }
            factors[step] = Math.clamp(came / usual, LEAST, MOST);
        }
        return factors;
    }
}
