package io.quartermaster.forecasting.learner;

import java.util.Arrays;

/// The sums of slopes and curvatures of a leaf's rows, by feature and bin.
///
/// A feature is summed by one thread, row after row: so the sums are the same bit for bit however
/// many threads there are. The larger of two siblings is the parent less the smaller.
///
/// Source: G. Ke and others, "LightGBM: a highly efficient gradient boosting decision tree",
/// Advances in Neural Information Processing Systems 30 (2017).
final class Histogram {

    private final double[][] sums;

    Histogram(int features) {
        sums = new double[features][2 * Borders.BINS];
    }

    double slope(int feature, int bin) {
        return sums[feature][2 * bin];
    }

    double curve(int feature, int bin) {
        return sums[feature][2 * bin + 1];
    }

    /// Sums one feature anew.
    ///
    /// @param rows the leaf's rows, `from` to `to`
    /// @param slopes of these rows, in their order, from 0 on
    void sum(int feature, byte[] bins, int[] rows, int from, int to, float[] slopes, float[] curves) {
        double[] own = sums[feature];
        Arrays.fill(own, 0);
        for (int i = from; i < to; i++) {
            int bin = (bins[rows[i]] & 0xFF) << 1;
            own[bin] += slopes[i];
            own[bin + 1] += curves[i];
        }
    }

    /// Takes a child's sums away, which leaves those of its sibling.
    void subtract(int feature, Histogram child) {
        double[] own = sums[feature];
        double[] other = child.sums[feature];
        for (int i = 0; i < own.length; i++) {
            own[i] -= other[i];
        }
    }
}
