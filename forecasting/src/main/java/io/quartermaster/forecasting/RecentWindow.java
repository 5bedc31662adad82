package io.quartermaster.forecasting;

/// The mean of the last few values, in constant time and memory.
final class RecentWindow {

    /// A value this much larger than the sum of the others takes their last digits with it.
    private static final double DROWNS_OTHERS = 1e6;

    private final double[] ring;
    private double sum;
    private int count;
    private int next;

    RecentWindow(int size) {
        ring = new double[size];
    }

    void add(double value) {
        double leaving = ring[next];
        ring[next] = value;
        sum += value - leaving;
        next = next + 1 == ring.length ? 0 : next + 1;
        count = Math.min(count + 1, ring.length);
        if (next == 0 || leaving > DROWNS_OTHERS * sum) {
            addUpAfresh();
        }
    }

    private void addUpAfresh() {
        sum = 0;
        for (double value : ring) {
            sum += value;
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /// The mean of what is kept, zero if nothing is.
    double mean() {
        return sum > 0 ? sum / count : 0;
    }
}
