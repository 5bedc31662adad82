package io.quartermaster.forecasting;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// Which level to ask for, so that windows of several periods are covered as often as wanted.
///
/// A forecast's own 99 % quantile of four weeks may have covered 97 of a hundred such windows,
/// because one series alone has seen few bad months. Many series together have seen enough:
///
/// ```java
/// double level = tails.level(forecast.demandClass(), 28, 0.99);         // 0.997, say
/// double reorderPoint = forecast.over(0, 28).quantile(level);
/// ```
///
/// For each class of demand and length of window it holds where a share `p` of what came had lain
/// (conformal), on a scale of odds. With few windows in the tail it leans on all classes
/// together, and these on the next shorter window:
///
/// ```
/// odds(level) = (tail · odds(place of rank ⌈(n+1)·p⌉ of n) + 20 · odds leant on) / (tail + 20)
/// tail        = n · min(p, 1-p),   odds(p) = log(p / (1-p))
/// ```
///
/// Levels between those kept, and lengths between those measured, are interpolated. Immutable.
///
/// Source: V. Kuleshov, N. Fenner, S. Ermon, "Accurate uncertainties for deep learning using
/// calibrated regression", ICML 2018; V. Vovk, A. Gammerman, G. Shafer, "Algorithmic learning in a
/// random world", Springer 2005 (the rank).
public final class TailCalibration {

    /// What is known before anything was learnt: every level is as it is asked for.
    public static final TailCalibration NONE = new TailCalibration(Map.of());

    private static final byte FORM = 1;
    private static final double LEANING = 20;
    private static final int HALVINGS = 40;
    private static final int[] LENGTHS = ErrorSpread.lengths();
    private static final double[] GRID = odds(.005, .01, .025, .05, .1, .2, .3, .5, .7, .8, .9, .95, .975, .99, .995);

    /// By class, length and level of the grid: the odds to ask for. Empty if nothing was learnt.
    private final Map<DemandClass, double[][]> moved;

    private TailCalibration(Map<DemandClass, double[][]> moved) {
        this.moved = moved;
    }

    /// @param places how many windows lay where, by class, length and bin of odds
    static TailCalibration of(Map<DemandClass, int[][]> places) {
        var all = new int[LENGTHS.length][TailLearning.BINS];
        for (int[][] ofClass : places.values()) {
            for (int i = 0; i < all.length; i++) {
                for (int b = 0; b < TailLearning.BINS; b++) {
                    all[i][b] += ofClass[i][b];
                }
            }
        }
        if (Arrays.stream(all).allMatch(bins -> sum(bins) == 0)) {
            return NONE;
        }
        var together = new double[LENGTHS.length][];
        for (int i = 0; i < LENGTHS.length; i++) {
            together[i] = moved(all[i], i == 0 ? GRID : together[i - 1]);
        }
        var moved = new EnumMap<DemandClass, double[][]>(DemandClass.class);
        for (var kind : DemandClass.values()) {
            int[][] ofClass = places.getOrDefault(kind, new int[LENGTHS.length][TailLearning.BINS]);
            var own = new double[LENGTHS.length][];
            for (int i = 0; i < LENGTHS.length; i++) {
                own[i] = moved(ofClass[i], together[i]);
            }
            moved.put(kind, own);
        }
        return new TailCalibration(moved);
    }

    private static double[] moved(int[] bins, double[] leaning) {
        long windows = sum(bins);
        var moved = new double[GRID.length];
        for (int q = 0; q < GRID.length; q++) {
            double p = chance(GRID[q]);
            double tail = windows * Math.min(p, 1 - p);
            moved[q] = tail < 1
                    ? leaning[q]
                    : (tail * placed(bins, Math.min((double) windows, Math.ceil((windows + 1) * p)))
                                    + LEANING * leaning[q])
                            / (tail + LEANING);
            if (q > 0) {
                moved[q] = Math.max(moved[q], moved[q - 1]);
            }
        }
        return moved;
    }

    /// The odds of the place that has this rank.
    private static double placed(int[] bins, double rank) {
        int bin = 0;
        long below = 0;
        while (below + bins[bin] < rank) {
            below += bins[bin++];
        }
        double within = (rank - below - 0.5) / bins[bin];
        return ((bin + within) / TailLearning.BINS * 2 - 1) * TailLearning.ODDS_MOST;
    }

    /// The level to ask a [WindowDemand] for, so that `p` of such windows are covered. Higher for a
    /// higher `p`, and never one. Levels beyond 99.98 % are as asked: nobody has seen so much.
    ///
    /// @param kind how the series sells: [Forecast#demandClass]
    /// @param periods the length of the window, of the frequency that was learnt from
    /// @throws IllegalArgumentException if `p` is not between zero and one, or `periods` less than
    /// one
    public double level(DemandClass kind, int periods, double p) {
        double odds = odds(Chance.require(p));
        if (periods < 1) {
            throw new IllegalArgumentException("The periods (%d) must be one or more.".formatted(periods));
        }
        var ofClass = moved.get(kind);
        if (ofClass == null || Math.abs(odds) >= TailLearning.ODDS_MOST) {
            return p;
        }
        int i = 0;
        while (i < LENGTHS.length - 1 && LENGTHS[i + 1] <= periods) {
            i++;
        }
        double asked = on(ofClass[i], odds);
        if (LENGTHS[i] < periods && i < LENGTHS.length - 1) {
            double share = (double) (periods - LENGTHS[i]) / (LENGTHS[i + 1] - LENGTHS[i]);
            asked += share * (on(ofClass[i + 1], odds) - asked);
        }
        return chance(Math.clamp(asked, -TailLearning.ODDS_MOST, TailLearning.ODDS_MOST));
    }

    /// The same for a forecast whose single periods are covered as promised already: only as far as
    /// windows are moved further than single periods are.
    ///
    /// ```
    /// level(1 period, further level) = level(periods, p)
    /// ```
    ///
    /// @throws IllegalArgumentException as [#level]
    public double furtherLevel(DemandClass kind, int periods, double p) {
        double wanted = level(kind, periods, p);
        if (periods == 1 || moved.isEmpty() || Math.abs(odds(p)) >= TailLearning.ODDS_MOST) {
            return p;
        }
        double low = -TailLearning.ODDS_MOST;
        double high = TailLearning.ODDS_MOST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (level(kind, 1, chance(middle)) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return chance(high);
    }

    /// Between two levels of the grid by share, beyond its ends as far off as at the end.
    private static double on(double[] moved, double odds) {
        int last = GRID.length - 1;
        if (odds <= GRID[0]) {
            return moved[0] + odds - GRID[0];
        }
        if (odds >= GRID[last]) {
            return moved[last] + odds - GRID[last];
        }
        int q = 0;
        while (GRID[q + 1] < odds) {
            q++;
        }
        return moved[q] + (odds - GRID[q]) / (GRID[q + 1] - GRID[q]) * (moved[q + 1] - moved[q]);
    }

    /// Everything that it knows, in some thousand bytes: keep them, and the same levels come out.
    public byte[] toBytes() {
        var bytes = ByteBuffer.allocate(1 + moved.size() * LENGTHS.length * GRID.length * Double.BYTES);
        bytes.put(FORM);
        for (var kind : DemandClass.values()) {
            for (double[] ofLength : moved.getOrDefault(kind, new double[0][])) {
                for (double odds : ofLength) {
                    bytes.putDouble(odds);
                }
            }
        }
        return bytes.array();
    }

    /// Reads what [#toBytes] wrote.
    ///
    /// @throws IllegalArgumentException if it is not that
    public static TailCalibration read(byte[] bytes) {
        int size = DemandClass.values().length * LENGTHS.length * GRID.length * Double.BYTES;
        if (bytes.length == 0 || bytes[0] != FORM || bytes.length != 1 && bytes.length != 1 + size) {
            throw new IllegalArgumentException("""
                    The bytes (%d) are no calibration of this form.
                    Maybe another release wrote them: learn anew.""".formatted(bytes.length));
        }
        if (bytes.length == 1) {
            return NONE;
        }
        var figures = ByteBuffer.wrap(bytes, 1, size);
        var moved = new EnumMap<DemandClass, double[][]>(DemandClass.class);
        for (var kind : DemandClass.values()) {
            var ofClass = new double[LENGTHS.length][GRID.length];
            for (double[] ofLength : ofClass) {
                Arrays.setAll(ofLength, _ -> figures.getDouble());
                requireAscending(ofLength);
            }
            moved.put(kind, ofClass);
        }
        return new TailCalibration(moved);
    }

    private static void requireAscending(double[] odds) {
        for (int q = 0; q < odds.length; q++) {
            if (!(Math.abs(odds[q]) <= TailLearning.ODDS_MOST) || q > 0 && odds[q] < odds[q - 1]) { // also NaN
                throw new IllegalArgumentException("The levels (%s) do not rise.".formatted(Arrays.toString(odds)));
            }
        }
    }

    static long sum(int[] bins) {
        return Arrays.stream(bins).asLongStream().sum();
    }

    static double odds(double p) {
        return Math.log(p / (1 - p));
    }

    private static double[] odds(double... chances) {
        return Arrays.stream(chances).map(TailCalibration::odds).toArray();
    }

    private static double chance(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }
}
