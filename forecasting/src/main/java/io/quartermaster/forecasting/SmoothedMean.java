package io.quartermaster.forecasting;

/// A mean that forgets: exponential smoothing, begun as the plain mean of the first values so
/// that the very first one does not weigh for ever.
final class SmoothedMean {

    private final double alpha;
    private double value;
    private int count;

    SmoothedMean(double alpha) {
        this.alpha = alpha;
    }

    void learn(double next) {
        count++;
        double early = 1.0 / count;
        value += (early > alpha ? early : alpha) * (next - value);
    }

    boolean isEmpty() {
        return count == 0;
    }

    double value() {
        return value;
    }
}
