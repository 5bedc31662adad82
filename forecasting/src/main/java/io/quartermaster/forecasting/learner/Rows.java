package io.quartermaster.forecasting.learner;

import java.util.function.IntPredicate;

/// What a booster learns from: rows of binned features, column by column, and what came.
///
/// @param bins a byte for each feature and row, feature first
/// @param target what came; rows with `NaN` or an infinite value are not learnt from
/// @param start the score before any tree has spoken, such as the logarithm of what is expected
/// @param weight how much a row counts; zero or more
record Rows(Borders borders, byte[][] bins, float[] target, float[] start, float[] weight) {

    int count() {
        return target.length;
    }

    /// Bins plain rows.
    static Rows of(float[][] features, float[] target, float[] start, float[] weight) {
        int width = features.length == 0 ? 0 : features[0].length;
        var borders = Borders.of(features, width);
        var bins = new byte[width][features.length];
        for (int r = 0; r < features.length; r++) {
            for (int f = 0; f < width; f++) {
                bins[f][r] = borders.bin(f, features[r][f]);
            }
        }
        return new Rows(borders, bins, target, start, weight);
    }

    /// The same rows, of which something else is to be learnt.
    Rows of(float[] otherTarget, float[] otherStart) {
        return new Rows(borders, bins, otherTarget, otherStart, weight);
    }

    /// The same rows, of which some features tell nothing.
    Rows blindTo(IntPredicate features) {
        var nothing = new byte[count()];
        var seen = bins.clone();
        for (int f = 0; f < seen.length; f++) {
            seen[f] = features.test(f) ? nothing : seen[f];
        }
        return new Rows(borders, seen, target, start, weight);
    }
}
