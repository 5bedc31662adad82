package io.quartermaster.forecasting;

import java.util.Arrays;

/// Demand added up over buckets of 1, 2, 3 … periods, each smoothed for itself: what sells now
/// and then looks even from far enough away.
///
/// Buckets end with the last period that was read. To have them so at any time, a bucket size
/// of k keeps k levels, one for each way to cut the periods, and asks the one whose bucket is
/// just full.
final class AggregatedLevels {

    static final int BUCKET_MOST = 12;

    private static final double[] ALPHAS = {0.1, 0.2, 0.3};
    /// From so many buckets on, no constant is less than one over their number.
    private static final int BUCKETS_MANY = 10;

    private final double[] recent = new double[BUCKET_MOST];
    /// By bucket size, then by cut, then by constant.
    private final double[] levels = new double[BUCKET_MOST * BUCKET_MOST * ALPHAS.length];
    private final double[] squares = new double[BUCKET_MOST * ALPHAS.length];
    private int sizes;
    private int interval = 1;
    private int next;
    private int seen;
    private int sold;
    private int firstSold;
    private int lastSold;

    void learn(double units) {
        recent[next] = units;
        int from = next;
        next = next + 1 == BUCKET_MOST ? 0 : next + 1;
        seen++;
        if (units > 0) {
            firstSold = sold == 0 ? seen : firstSold;
            lastSold = seen;
            sold++;
        }
        interval = interval();
        int kept = Math.min(Math.min(BUCKET_MOST, interval + 1), seen);
        double sum = 0;
        for (int size = 1; size <= kept; size++) {
            sum += recent[from];
            from = from == 0 ? BUCKET_MOST - 1 : from - 1;
            if (size > sizes) {
                begin(size);
            }
            smooth(size, sum / size);
        }
        sizes = Math.max(sizes, kept);
    }

    /// A bucket size that was not kept so far goes on from what the next smaller one has learnt.
    private void begin(int size) {
        int from = (size - 1) * BUCKET_MOST * ALPHAS.length;
        Arrays.fill(levels, from, from + size * ALPHAS.length, size == 1 ? 0 : level(size - 1));
    }

    private void smooth(int size, double mean) {
        int buckets = seen / size;
        int cut = seen - buckets * size;
        double early = buckets < BUCKETS_MANY ? 1.0 / buckets : 0; // to divide would take longer than all the rest
        int at = ((size - 1) * BUCKET_MOST + cut) * ALPHAS.length;
        int errors = (size - 1) * ALPHAS.length;
        for (int i = 0; i < ALPHAS.length; i++) {
            double error = mean - levels[at + i];
            levels[at + i] += (early > ALPHAS[i] ? early : ALPHAS[i]) * error;
            if (buckets > 1) {
                squares[errors + i] += error * error;
            }
        }
    }

    /// The mean number of periods between two that sold anything, rounded; at most [#BUCKET_MOST].
    int meanInterval() {
        return interval;
    }

    private int interval() {
        if (sold < 2) {
            return Math.clamp(seen, 1, BUCKET_MOST);
        }
        return Math.clamp(Math.round((double) (lastSold - firstSold) / (sold - 1)), 1, BUCKET_MOST);
    }

    /// Units a period, from buckets of this size.
    double level(int size) {
        if (size > sizes) {
            return seen == 0 ? 0 : level(1);
        }
        int at = ((size - 1) * BUCKET_MOST + seen % size) * ALPHAS.length;
        int errors = (size - 1) * ALPHAS.length;
        int best = 0;
        for (int i = 1; i < ALPHAS.length; i++) {
            best = squares[errors + i] < squares[errors + best] ? i : best;
        }
        return levels[at + best];
    }
}
