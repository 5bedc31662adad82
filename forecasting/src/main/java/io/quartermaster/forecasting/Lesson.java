package io.quartermaster.forecasting;

import io.quartermaster.forecasting.Analogue.Kind;
import io.quartermaster.forecasting.Analogues.Candidate;
import java.util.List;
import java.util.function.Function;

/// What one kind of analogue has taught: each candidate was foretold from its own analogues, and
/// held against its level.
///
/// ```
/// variance = (c · usual + Σ (level / foretold - 1)²) / (c + n)
/// newness  = (Σ level after launch + d) / (Σ foretold + d)
/// ```
///
/// with `c` = 20 candidates and `d` = 1 unit; the second over those whose launch was seen, since
/// what is old has survived what new things have not.
///
/// @param variance of a level around what analogues say, over its square
/// @param newness what a new thing sells, over what old analogues of it say
record Lesson(double variance, double newness) {

    private static final double LEANING = 20;
    private static final double UNITS_LEANING = 1;
    private static final double TIMES_MOST = 4;
    private static final double NEWNESS_LEAST = 0.1;
    private static final double NEWNESS_MOST = 2;

    static Lesson of(Kind kind, List<Candidate> candidates, Function<Candidate, List<Analogue>> analogues) {
        double strayed = LEANING * kind.usualVariance();
        double asked = LEANING;
        double launched = UNITS_LEANING;
        double foretold = UNITS_LEANING;
        for (var candidate : candidates) {
            double said = mean(analogues.apply(candidate), kind);
            if (said > 0) {
                double times = Math.min(TIMES_MOST, candidate.analogue().ownLevel() / said);
                strayed += (times - 1) * (times - 1);
                asked++;
                double after = candidate.analogue().levelAfterLaunch();
                launched += after >= 0 ? after : 0;
                foretold += after >= 0 ? said : 0;
            }
        }
        return new Lesson(strayed / asked, Math.clamp(launched / foretold, NEWNESS_LEAST, NEWNESS_MOST));
    }

    /// What old analogues say now; `NaN` without any.
    private static double mean(List<Analogue> analogues, Kind kind) {
        double sum = 0;
        double weights = 0;
        for (var one : analogues) {
            if (one.kind() == kind) {
                sum += one.likeness() * Math.sqrt(one.scale() * one.ownLevel());
                weights += one.likeness();
            }
        }
        return sum / weights * (sum / weights);
    }

    Analogue teach(Analogue analogue) {
        return analogue.taught(variance, newness);
    }
}
