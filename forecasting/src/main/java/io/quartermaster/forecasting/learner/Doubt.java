package io.quartermaster.forecasting.learner;

import io.quartermaster.forecasting.DemandClass;
import io.quartermaster.forecasting.WindowDemand;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How far demand strays from what the voices say together.
///
/// ```
/// variance = own · alone^(1-m) · learnt^m · mean
/// ```
///
/// `alone` is the ratio of variance to mean of the series as the models alone see it, `learnt`
/// that which trees have learnt for this period; `m` is what did best in the trial. `own`
/// corrects both by the errors of the series in the trial, leaning on those of its demand
/// class. Then each level is moved, by class, to where it would have covered what it promises
/// (conformal).
///
/// Source: V. Kuleshov, N. Fenner, S. Ermon, "Accurate uncertainties for deep learning using
/// calibrated regression", ICML 2018 (recalibration by the distribution of past chances).
final class Doubt {

    private static final double[] MIXES = {0, 0.5, 1};
    private static final double[] LEVELS = {.025, .165, .25, .5, .75, .835, .95, .975, .995};
    private static final double LEANING = 28;
    private static final double RATIO_LEAST = 0.2;
    private static final double STRAYED_MOST = 100;
    private static final int TAIL_LEAST = 20;
    private static final int LOSS_ROWS = 4_000;
    private static final double[] SHARES = {0, 0.25, 0.5, 0.75, 1};

    private final double mix;
    private final double[] own;
    private final double[] alone;
    private final boolean counted;
    private final Map<DemandClass, double[]> chances = new EnumMap<>(DemandClass.class);
    private double[] allChances = {};
    private double share;

    /// One series of the trial, and what was said of it together.
    record Told(Trial.Seen seen, float[] means) {}

    private Doubt(double mix, double[] own, double[] alone, boolean counted) {
        this.mix = mix;
        this.own = own;
        this.alone = alone;
        this.counted = counted;
    }

    /// Measures.
    ///
    /// @param now the spread of the models alone as of today, by series
    static Doubt of(List<Told> told, Alone now, boolean counted) {
        var best = new Doubt(0, corrections(told, now, 0), now.ratios(), counted);
        double least = Double.POSITIVE_INFINITY;
        for (double mix : MIXES) {
            var tried = new Doubt(mix, corrections(told, now, mix), now.ratios(), counted);
            double loss = tried.loss(told);
            if (loss < least) {
                least = loss;
                best = tried;
            }
        }
        for (var kind : DemandClass.values()) {
            best.chances.put(
                    kind,
                    best.chances(told.stream()
                            .filter(one -> one.seen().kind() == kind)
                            .toList()));
        }
        best.allChances = best.chances(told);
        best.share = best.share(told);
        return best;
    }

    private static double ratio(double mix, double alone, double learnt) {
        return learnt > 0 ? Math.pow(alone, 1 - mix) * Math.pow(learnt, mix) : alone;
    }

    /// By series: squared errors over what was foretold, leaning on the class.
    private static double[] corrections(List<Told> told, Alone now, double mix) {
        int series = now.ratios().length;
        var squares = new double[series];
        var foretold = new double[series];
        var periods = new int[series];
        var pooled = new EnumMap<DemandClass, double[]>(DemandClass.class);
        for (var one : told) {
            int s = one.seen().series();
            for (int h = 0; h < one.means().length; h++) {
                double off = one.means()[h] - one.seen().came()[h];
                if (Double.isNaN(off)) {
                    continue;
                }
                double variance = ratio(mix, one.seen().ratio(), one.seen().ratios()[h]) * one.means()[h] + 1e-6;
                squares[s] += off * off;
                foretold[s] += variance;
                periods[s]++;
                double[] pool = pooled.computeIfAbsent(one.seen().kind(), _ -> new double[2]);
                pool[0] += Math.min(off * off / variance, STRAYED_MOST);
                pool[1]++;
            }
        }
        var own = new double[series];
        for (int s = 0; s < series; s++) {
            double[] pool = pooled.computeIfAbsent(now.classes()[s], _ -> new double[2]);
            double prior = (pool[0] + LEANING) / (pool[1] + LEANING);
            double leaning = periods[s] > 0 ? LEANING * foretold[s] / periods[s] : 1;
            own[s] = (squares[s] + leaning * prior) / (foretold[s] + leaning);
        }
        return own;
    }

    /// The pinball loss of a part of the trial.
    private double loss(List<Told> told) {
        return loss(told, (_, p, _) -> p);
    }

    @FunctionalInterface
    private interface Asking {
        double level(DemandClass kind, double p, float[] moved);
    }

    /// How much to believe of learnt quantiles: half of what would have been best in the trial, of the
    /// series of which they were learnt, because a short trial exaggerates.
    private double share(List<Told> told) {
        var learnt =
                told.stream().filter(one -> one.seen().moved()[0].length > 0).toList();
        double least = Double.POSITIVE_INFINITY;
        double best = 0;
        for (double tried : SHARES) {
            double loss = loss(learnt, (kind, p, moved) -> QuantileTrees.level(level(kind, p), p, moved, tried));
            if (loss < least) {
                least = loss;
                best = tried;
            }
        }
        return best / 2;
    }

    private double loss(List<Told> told, Asking asking) {
        long rows = told.stream().mapToLong(one -> one.means().length).sum();
        double part = (double) LOSS_ROWS / Math.max(1, rows);
        double loss = 0;
        for (int i = 0; i < told.size(); i++) {
            var one = told.get(i);
            for (int h = 0; h < one.means().length; h++) {
                float came = one.seen().came()[h];
                if (Float.isNaN(came) || Dice.roll(i, h) >= part) {
                    continue;
                }
                var demand = demand(
                        one.seen().series(),
                        one.seen().ratio(),
                        one.means()[h],
                        one.seen().ratios()[h]);
                for (double p : LEVELS) {
                    double off = came
                            - demand.quantile(asking.level(
                                    one.seen().kind(), p, one.seen().moved()[h]));
                    loss += Math.max(p * off, (p - 1) * off);
                }
            }
        }
        return loss;
    }

    /// Demand of one period, as far as it is known.
    WindowDemand demand(int series, double mean, double learnt) {
        return demand(series, alone[series], mean, learnt);
    }

    private WindowDemand demand(int series, double aloneThen, double mean, double learnt) {
        double ratio = Math.max(RATIO_LEAST, own[series] * ratio(mix, aloneThen, learnt));
        return new WindowDemand(mean, Math.sqrt(ratio * mean), counted);
    }

    /// Where, on a scale from zero to one, what came lay in what was foretold; sorted. Evenly spread
    /// if the forecast knew its own doubt. Within a whole unit the place is picked evenly.
    private double[] chances(List<Told> told) {
        return told.stream()
                .flatMapToDouble(one -> {
                    var seen = one.seen();
                    var places = new double[one.means().length];
                    int count = 0;
                    for (int h = 0; h < places.length; h++) {
                        float came = seen.came()[h];
                        if (!Float.isNaN(came)) {
                            var demand = demand(seen.series(), seen.ratio(), one.means()[h], seen.ratios()[h]);
                            double within = Dice.roll(seen.series(), h + 1_000L * Math.round(came));
                            places[count++] = QuantileTrees.place(demand, came, counted, within);
                        }
                    }
                    return Arrays.stream(places, 0, count);
                })
                .sorted()
                .toArray();
    }

    /// The level to ask for so that `p` is covered.
    ///
    /// @param moved how far levels are moved there, see [QuantileTrees#moved]
    double level(DemandClass kind, double p, float[] moved) {
        return QuantileTrees.level(level(kind, p), p, moved, share);
    }

    private double level(DemandClass kind, double p) {
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
        return QuantileTrees.chance(believed * QuantileTrees.odds(own) + (1 - believed) * QuantileTrees.odds(leaning));
    }
}
