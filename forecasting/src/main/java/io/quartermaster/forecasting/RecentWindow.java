package io.quartermaster.forecasting;

/// The mean of the last few values, in constant time and memory.
final class RecentWindow {

    private final double[] ring;
    private int count;
    private int next;

    RecentWindow(int size) {
        ring = new double[size];
    }

    void add(double value) {
        ring[next] = value;
        next = (next + 1) % ring.length;
        count = Math.min(count + 1, ring.length);
    }

    boolean isEmpty() {
        return count == 0;
    }

    /// The mean of what is kept, zero if nothing is. Summed afresh each time: a running sum would
    /// drift below zero after a very large value has left.
    double mean() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += ring[i];
        }
        return count == 0 ? 0 : sum / count;
    }
}
