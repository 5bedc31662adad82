package io.quartermaster.forecasting;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Looks on while many series are forecast, and learns how often windows of several periods were
/// covered as promised.
///
/// ```java
/// var learning = new TailLearning(Frequency.DAILY);
/// histories.forEach(history -> Forecaster.standard().forecast(history, 28, learning));
/// var tails = learning.calibration();
/// ```
///
/// At each origin of a series' backtest it asks where the sums that came lay in what was foretold
/// of them. How sure one could be is taken from those origins only whose windows do not overlap
/// with this one's: else it would be judged by the errors that it was made from, and look better
/// than it is.
///
/// That costs more than the forecast itself, but some hundred series tell all: of many, let it
/// look at those that [#looksAt] picks.
///
/// Source: P. Burman, E. Chow, D. Nolan, "A cross-validatory method for dependent data",
/// Biometrika 81 (1994) 351-358 (leaving out the blocks around).
///
/// Safe for many threads, and the same series teach the same in any order. Its size does not grow
/// with what it sees.
public final class TailLearning {

    /// It need not look at more series than these.
    public static final int SERIES_MOST = 1_000;

    static final double ODDS_MOST = 8.5;
    static final int BINS = 340;

    private static final int ORIGINS_LEAST = 6;
    private static final int WINDOWS_MOST = 2;
    private static final int[] LENGTHS = ErrorSpread.lengths();

    private final Frequency frequency;
    private final Map<DemandClass, int[][]> places = new EnumMap<>(DemandClass.class);

    /// Has seen nothing yet.
    ///
    /// @param frequency of all series to come: a window of seven days is not one of seven weeks
    public TailLearning(Frequency frequency) {
        this.frequency = frequency;
    }

    /// Picks [#SERIES_MOST] of many series, spread evenly; all of fewer.
    ///
    /// @param series from zero up
    /// @param count how many there are
    public static boolean looksAt(int series, int count) {
        long most = Math.min(count, SERIES_MOST);
        return count > 0 && series * most / count != (series - 1) * most / count || series == 0;
    }

    /// What was learnt so far.
    public synchronized TailCalibration calibration() {
        return TailCalibration.of(places);
    }

    /// How many windows were looked at so far.
    public synchronized long windows() {
        long windows = 0;
        for (int[][] ofClass : places.values()) {
            for (int[] bins : ofClass) {
                windows += TailCalibration.sum(bins);
            }
        }
        return windows;
    }

    /// Looks at one series' backtest.
    ///
    /// @throws IllegalArgumentException if it is of another frequency
    void look(
            DemandSeries history,
            DemandClass kind,
            Backtest backtest,
            Combination combination,
            LearnableDemand demand) {
        if (history.frequency() != frequency) {
            throw new IllegalArgumentException("""
                    The frequency (%s) is not the one that is learnt from (%s).
                    Maybe learn from each apart.""".formatted(history.frequency(), frequency));
        }
        var seen = new int[LENGTHS.length][BINS];
        for (int o = 0; o < backtest.originCount(); o++) {
            int here = o;
            IntPredicate others = other -> !overlap(backtest, here, other);
            if (IntStream.range(0, backtest.originCount()).filter(others).count() >= ORIGINS_LEAST) {
                var spread = ErrorSpread.of(backtest, combination, demand, others);
                look(backtest.came(o), combination.said(o), spread, history.isCounted(), o, seen);
            }
        }
        add(kind, seen);
    }

    private synchronized void add(DemandClass kind, int[][] seen) {
        int[][] to = places.computeIfAbsent(kind, _ -> new int[LENGTHS.length][BINS]);
        for (int i = 0; i < seen.length; i++) {
            for (int b = 0; b < BINS; b++) {
                to[i][b] += seen[i][b];
            }
        }
    }

    private static boolean overlap(Backtest backtest, int one, int other) {
        int early = Math.min(one, other);
        return backtest.origin(early) + backtest.steps(early) > backtest.origin(Math.max(one, other));
    }

    /// Some windows of each length, other ones at each origin.
    private static void look(
            double[] came, double[] said, ErrorSpread spread, boolean counted, int origin, int[][] seen) {
        for (int i = 0; i < LENGTHS.length; i++) {
            int length = LENGTHS[i];
            int windows = came.length / length;
            int some = Math.min(windows, WINDOWS_MOST);
            for (int w = 0; w < some; w++) {
                int first = length * ((origin + w * windows / some) % windows);
                double units = sum(came, first, length);
                double mean = sum(said, first, length);
                if (mean > 0 && !Double.isNaN(units)) {
                    double place = place(mean, spread.variance(length, mean), counted, units);
                    seen[i][bin(place)]++;
                }
            }
        }
    }

    private static double sum(double[] periods, int first, int length) {
        double sum = 0;
        for (int s = first; s < first + length; s++) {
            sum += periods[s];
        }
        return sum;
    }

    /// Where, on a scale from zero to one, what came lay in what was foretold: evenly spread if the
    /// forecast knew its own doubt. Within a whole unit the place is picked evenly.
    static double place(double mean, double variance, boolean counted, double units) {
        double high = DemandDistribution.chanceAtMost(mean, variance, counted, units);
        if (!counted) {
            return high;
        }
        double low = DemandDistribution.chanceAtMost(mean, variance, true, units - 1);
        return low + dice(Double.doubleToLongBits(mean) + Double.doubleToLongBits(units)) * (high - low);
    }

    /// Always falls the same for the same figures.
    ///
    /// Source: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators",
    /// OOPSLA 2014 (the mixing function of SplitMix64).
    private static double dice(long figures) {
        long z = figures + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    static int bin(double place) {
        double odds = TailCalibration.odds(place); // infinite at zero and one
        return (int) Math.clamp((odds + ODDS_MOST) / (2 * ODDS_MOST) * BINS, 0, BINS - 1);
    }
}
