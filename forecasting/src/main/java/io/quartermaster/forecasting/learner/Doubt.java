package io.quartermaster.forecasting.learner;

import io.quartermaster.forecasting.DemandClass;
import io.quartermaster.forecasting.WindowDemand;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How far demand strays from what the voices say together, as seen in the trial.
///
/// ```
/// variance = ratio · usual^(1-b) · mean^b
/// ```
///
/// The ratio is the series' own, leaning on that of its demand class; `b` is the panel's. Then each
/// level is moved, by class, to where it would have covered what it promises (conformal).
///
/// Source: V. Kuleshov, N. Fenner, S. Ermon, "Accurate uncertainties for deep learning using
/// calibrated regression", ICML 2018 (recalibration by the distribution of past chances).
final class Doubt {

    private static final double[] POWERS = {1, 1.25, 1.5, 1.75, 2};
    private static final double LEANING = 28;
    private static final double RATIO_LEAST = 0.3;
    private static final int TAIL_LEAST = 20;

    private final double power;
    private final double[] ratios;
    private final double[] usual;
    private final boolean counted;
    private final Map<DemandClass, double[]> chances = new EnumMap<>(DemandClass.class);
    private final double[] allChances;

    /// One series of the trial, and what was said of it together.
    record Told(Trial.Seen seen, float[] means) {}

    private Doubt(double power, double[] ratios, double[] usual, boolean counted, List<Told> told) {
        this.power = power;
        this.ratios = ratios;
        this.usual = usual;
        this.counted = counted;
        for (var kind : DemandClass.values()) {
            chances.put(
                    kind,
                    chances(told.stream()
                            .filter(one -> one.seen().kind() == kind)
                            .toList()));
        }
        allChances = chances(told);
    }

    /// Measures.
    ///
    /// @param now the spread of the models alone as of today, by series
    static Doubt of(List<Told> told, Alone now, boolean counted) {
        var classRatio = new EnumMap<DemandClass, double[]>(DemandClass.class);
        int series = now.ratios().length;
        var squares = new double[series];
        var means = new double[series];
        var periods = new int[series];
        for (var one : told) {
            var pooled = classRatio.computeIfAbsent(one.seen().kind(), _ -> new double[2]);
            for (int h = 0; h < one.means().length; h++) {
                double off = one.means()[h] - one.seen().came()[h];
                if (Double.isNaN(off)) {
                    continue;
                }
                int s = one.seen().series();
                squares[s] += off * off;
                means[s] += one.means()[h];
                periods[s]++;
                pooled[0] += Math.min(off * off / (one.means()[h] * one.seen().ratio() + 1e-9), 100);
                pooled[1]++;
            }
        }
        var ratios = new double[series];
        var usual = new double[series];
        for (int s = 0; s < series; s++) {
            var pooled = classRatio.getOrDefault(now.classes()[s], new double[2]);
            double prior = now.ratios()[s] * (pooled[0] + LEANING) / (pooled[1] + LEANING);
            usual[s] = periods[s] > 0 ? Math.max(means[s] / periods[s], 1e-6) : 0;
            double leaning = LEANING * usual[s];
            ratios[s] = leaning > 0 ? (squares[s] + leaning * prior) / (means[s] + leaning) : prior;
            ratios[s] = Math.max(ratios[s], RATIO_LEAST);
        }
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (double power : POWERS) {
            double loss = loss(told, ratios, usual, power);
            if (loss < least) {
                least = loss;
                best = power;
            }
        }
        return new Doubt(best, ratios, usual, counted, told);
    }

    /// The logarithmic loss of a normal with that variance.
    private static double loss(List<Told> told, double[] ratios, double[] usual, double power) {
        double loss = 0;
        for (var one : told) {
            int s = one.seen().series();
            for (int h = 0; h < one.means().length; h++) {
                double off = one.means()[h] - one.seen().came()[h];
                if (!Double.isNaN(off)) {
                    double variance = variance(ratios[s], usual[s], one.means()[h], power) + 1e-6;
                    loss += Math.log(variance) + off * off / variance;
                }
            }
        }
        return loss;
    }

    private static double variance(double ratio, double usual, double mean, double power) {
        return usual > 0 ? ratio * usual * Math.pow(mean / usual, power) : ratio * mean;
    }

    /// Demand of one period, as far as it is known.
    WindowDemand demand(int series, double mean) {
        double variance = variance(ratios[series], usual[series], mean, power);
        return new WindowDemand(mean, Math.sqrt(variance), counted);
    }

    /// Where, on a scale from zero to one, what came lay in what was foretold; sorted. Evenly spread
    /// if the forecast knew its own doubt. Within a whole unit the place is picked evenly.
    private double[] chances(List<Told> told) {
        return told.stream()
                .flatMapToDouble(one -> {
                    var places = new double[one.means().length];
                    int count = 0;
                    for (int h = 0; h < places.length; h++) {
                        float came = one.seen().came()[h];
                        if (!Float.isNaN(came)) {
                            var demand = demand(one.seen().series(), one.means()[h]);
                            double high = demand.chanceCoveredBy(came);
                            double low = counted ? demand.chanceCoveredBy(came - 1) : high;
                            double within = Dice.roll(one.seen().series(), h + 1_000L * Math.round(came));
                            places[count++] = low + within * (high - low);
                        }
                    }
                    return Arrays.stream(places, 0, count);
                })
                .sorted()
                .toArray();
    }

    /// The level to ask for so that `p` is covered.
    double level(DemandClass kind, double p) {
        double whole = moved(allChances, p, p);
        return moved(chances.getOrDefault(kind, allChances), p, whole);
    }

    private static double moved(double[] sorted, double p, double leaning) {
        double tail = sorted.length * Math.min(p, 1 - p);
        if (tail < 1) {
            return leaning;
        }
        double own = Math.clamp(sorted[(int) (p * (sorted.length - 1))], 1e-4, 1 - 1e-4);
        double believed = tail / (tail + TAIL_LEAST);
        double odds = believed * odds(own) + (1 - believed) * odds(leaning);
        return 1 / (1 + Math.exp(-odds));
    }

    private static double odds(double p) {
        return Math.log(p / (1 - p));
    }

    @Override
    public String toString() {
        var text = new StringBuilder("power " + power);
        for (var entry : chances.entrySet()) {
            text.append(' ').append(entry.getKey()).append(':').append(entry.getValue().length);
            for (double p : new double[] {.05, .25, .5, .75, .95, .99}) {
                text.append(" %.3f".formatted(level(entry.getKey(), p)));
            }
        }
        return text.toString();
    }
}
