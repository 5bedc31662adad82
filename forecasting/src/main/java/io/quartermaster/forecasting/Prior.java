package io.quartermaster.forecasting;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What analogues say of a thing before it has sold anything.
///
/// Each kind of analogue has a mean level and a variance over its square: that seen among the
/// analogues, leaning on what is usual for the kind as if three more had been seen. Kinds are
/// weighed by how sure they are; `n` is what the likeness adds up to:
///
/// ```
/// sureness = 1 / (variance · (1 + 1/n))
/// level    = Σ sureness · mean / Σ sureness,   variance = 1 / Σ sureness
/// ```
///
/// @param level units of a usual period
/// @param variance of the level around that, over its square
/// @param spread of demand at that level
record Prior(double level, double variance, double[] weekdayFactors, ErrorSpread spread, DemandClass demandClass) {

    private static final double LEANING = 3;
    private static final double VARIANCE_LEAST = 0.02;
    private static final double VARIANCE_MOST = 4;
    private static final double DISPERSION_LEAST = 0.2;
    private static final double STRETCH_MOST = 5;
    private static final int WEEK = 7;

    /// Of at least one analogue.
    static Prior of(List<Analogue> analogues) {
        double sureness = 0;
        double level = 0;
        for (var kind : Analogue.Kind.values()) {
            var group = analogues.stream().filter(one -> one.kind() == kind).toList();
            if (!group.isEmpty()) {
                double mean = mean(group);
                double sure = sureness(group, mean);
                sureness += sure;
                level += sure * mean;
            }
        }
        level /= sureness;
        return new Prior(
                level,
                Math.clamp(1 / sureness, VARIANCE_LEAST, VARIANCE_MOST),
                weekdays(analogues),
                spread(analogues, level),
                demandClass(analogues));
    }

    static double mean(List<Analogue> group) {
        double sum = 0;
        double weights = 0;
        for (var one : group) {
            sum += one.likeness() * Math.sqrt(one.level());
            weights += one.likeness();
        }
        return sum / weights * (sum / weights);
    }

    private static double sureness(List<Analogue> group, double mean) {
        double strayed = LEANING * group.getFirst().usualVariance();
        double weights = 0;
        for (var one : group) {
            double off = mean > 0 ? one.level() / mean - 1 : 0;
            strayed += one.likeness() * off * off;
            weights += one.likeness();
        }
        return 1 / (strayed / (LEANING + weights) * (1 + 1 / weights));
    }

    /// Weighed by units, so that those who hardly sell do not bring their luck in.
    private static double[] weekdays(List<Analogue> analogues) {
        var factors = new double[WEEK];
        double units = 0;
        for (var one : analogues) {
            double weight = weight(one) * one.digest().level();
            units += weight;
            for (int i = 0; i < WEEK; i++) {
                factors[i] += weight * one.digest().weekdayFactors()[i];
            }
        }
        for (int i = 0; i < WEEK; i++) {
            factors[i] = units > 0 ? factors[i] / units : 1;
        }
        return factors;
    }

    private static ErrorSpread spread(List<Analogue> analogues, double level) {
        ErrorSpread pooled = analogues.getFirst().digest().spread();
        double weights = 0;
        for (var one : analogues) {
            weights += weight(one);
            var theirs =
                    one.digest().spread().stretched(stretch(level, one.digest().level()), 0);
            pooled = pooled.towards(theirs, weight(one) / weights);
        }
        return pooled;
    }

    private static DemandClass demandClass(List<Analogue> analogues) {
        var votes = new EnumMap<DemandClass, Double>(DemandClass.class);
        analogues.forEach(one -> votes.merge(one.digest().demandClass(), weight(one), Double::sum));
        return votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(DemandClass.NONE);
    }

    private static double weight(Analogue one) {
        return one.likeness() / one.usualVariance();
    }

    /// Between levels, what goes beyond chance grows with the root of the level: half-way between
    /// not at all and in proportion.
    private static double stretch(double level, double theirs) {
        return level > 0 && theirs > 0 ? Math.clamp(Math.sqrt(level / theirs), 1 / STRETCH_MOST, STRETCH_MOST) : 1;
    }

    /// Variance of a period's demand over its mean.
    double dispersion() {
        return Math.max(DISPERSION_LEAST, spread.ratio(1));
    }

    /// As many own periods as analogues count for.
    ///
    /// @param most the bound, for then own history shall rule
    double periods(double most) {
        return level > 0 ? Math.min(most, dispersion() / (variance * level)) : most;
    }

    /// How far demand strays at another level, which is itself in doubt.
    ErrorSpread spread(double atLevel, double doubt) {
        return spread.stretched(stretch(atLevel, level), doubt);
    }

    @Override
    public double[] weekdayFactors() {
        return Arrays.copyOf(weekdayFactors, WEEK);
    }
}
