package io.quartermaster.forecasting;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// How far demand over a window strays from its forecast: the mean squared error of window sums
/// seen in the backtest, over the mean demand of such a window. One is what pure chance (Poisson)
/// does; a promotion-driven variant has ten or fifty.
///
/// Windows of a week stray more than seven independent days would, because the level itself is
/// misjudged; so the ratio is taken for each length by itself, each leaning on the next shorter
/// one where few windows were seen (n of them):
///
/// ```
/// ratio(w) = ((1 + 2/n) · Σ error² + 3 · mean(w) · ratio(shorter)) / (Σ demand + 3 · mean(w))
/// ```
///
/// Windows longer than the longest tried take the ratio of that one.
final class ErrorSpread {

    private static final int[] LENGTHS = {1, 2, 4, 7, 10, 14, 21, 28, 42, 56};
    private static final double LEANING = 3;

    private final double[] ratios;
    private final double levelDoubt;

    /// A spread with these ratios.
    ///
    /// @param levelDoubt variance of the level itself, over its square
    private ErrorSpread(double[] ratios, double levelDoubt) {
        this.ratios = ratios;
        this.levelDoubt = levelDoubt;
    }

    static ErrorSpread of(Backtest backtest, Combination combination, LearnableDemand demand) {
        return of(backtest, combination, demand, _ -> true);
    }

    /// The same as if only some origins had been tried.
    static ErrorSpread of(Backtest backtest, Combination combination, LearnableDemand demand, IntPredicate tried) {
        double ratio = historyRatio(demand);
        var ratios = new double[LENGTHS.length];
        for (int i = 0; i < LENGTHS.length; i++) {
            if (LENGTHS[i] <= backtest.reach()) {
                ratio = ratio(backtest, combination, tried, LENGTHS[i], ratio);
            }
            ratios[i] = ratio;
        }
        return new ErrorSpread(ratios, ratios[0] / (demand.units() + 1));
    }

    /// The lengths of windows that are measured, the shortest first.
    static int[] lengths() {
        return LENGTHS.clone();
    }

    /// The plain ratio of variance to mean, leaning on pure chance.
    private static double historyRatio(LearnableDemand demand) {
        int count = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < demand.length(); i++) {
            double units = demand.seen(i);
            if (!Double.isNaN(units)) {
                count++;
                sum += units;
                squares += units * units;
            }
        }
        if (sum <= 0) {
            return 1;
        }
        double mean = sum / count;
        double strayed = Math.max(0, squares - count * mean * mean);
        return (strayed + LEANING * mean) / (sum + LEANING * mean);
    }

    private static double ratio(
            Backtest backtest, Combination combination, IntPredicate tried, int length, double shorter) {
        double squares = 0;
        double came = 0;
        double said = 0;
        int windows = 0;
        for (int o = 0; o < backtest.originCount(); o++) {
            if (!tried.test(o)) {
                continue;
            }
            double[] cameThen = backtest.came(o);
            double[] saidThen = combination.said(o);
            for (int first = 0; first + length <= cameThen.length; first += length) {
                double windowSaid = 0;
                double windowCame = 0;
                for (int s = first; s < first + length; s++) {
                    if (!Double.isNaN(cameThen[s])) {
                        windowCame += cameThen[s];
                        windowSaid += saidThen[s];
                    }
                }
                squares += (windowCame - windowSaid) * (windowCame - windowSaid);
                came += windowCame;
                said += windowSaid;
                windows++;
            }
        }
        // Forecast and demand both say how large a window is; either alone may be zero by chance.
        double size = (came + said) / 2;
        if (windows == 0 || size <= 0) {
            return shorter;
        }
        double mean = size / windows;
        // A spread judged by few windows is itself unsure: the predictive variance is that much wider.
        squares *= 1 + 2.0 / windows;
        return (squares + LEANING * mean * shorter) / (size + LEANING * mean);
    }

    /// All that it knows, as figures.
    double[] figures() {
        var figures = Arrays.copyOf(ratios, ratios.length + 1);
        figures[ratios.length] = levelDoubt;
        return figures;
    }

    /// The variance of demand over so many periods, of which `mean` units are expected.
    ///
    /// Its second part is what a short history does not know yet: after two units seen, the level
    /// itself may well be off by two thirds.
    double variance(int periods, double mean) {
        return mean * ratio(periods) + mean * mean * levelDoubt;
    }

    /// The same course of ratios in which everything beyond pure chance is `factor` as large, and the
    /// level is in doubt as told.
    ErrorSpread stretched(double factor, double doubt) {
        var stretched = new double[ratios.length];
        for (int i = 0; i < stretched.length; i++) {
            stretched[i] = ratios[i] <= 1 ? ratios[i] : 1 + factor * (ratios[i] - 1);
        }
        return new ErrorSpread(stretched, doubt);
    }

    /// Part of this and part of another: from all of this at zero to all of the other at one.
    ErrorSpread towards(ErrorSpread other, double share) {
        var mixed = new double[ratios.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (1 - share) * ratios[i] + share * other.ratios[i];
        }
        return new ErrorSpread(mixed, (1 - share) * levelDoubt + share * other.levelDoubt);
    }

    /// Variance over mean of so many periods together.
    double ratio(int periods) {
        for (int i = 1; i < LENGTHS.length; i++) {
            if (periods <= LENGTHS[i]) {
                double share = (double) (periods - LENGTHS[i - 1]) / (LENGTHS[i] - LENGTHS[i - 1]);
                return ratios[i - 1] + share * (ratios[i] - ratios[i - 1]);
            }
        }
        return ratios[LENGTHS.length - 1];
    }
}
