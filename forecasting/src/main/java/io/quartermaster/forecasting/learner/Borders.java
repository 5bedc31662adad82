package io.quartermaster.forecasting.learner;

import java.util.Arrays;

/// Where each feature's values are cut into at most 255 bins, so that a value takes one byte
/// and a tree need only look at 255 places to split. Bin 0 is "not known".
final class Borders {

    static final int BINS = 256;
    private static final int CUTS_MAX = BINS - 2;

    private final float[][] cuts;

    Borders(float[][] cuts) {
        this.cuts = cuts;
    }

    /// Cuts so that bins hold about equally many of the sample's rows.
    ///
    /// @param sample rows of features; may be shuffled, is not kept
    static Borders of(float[][] sample, int features) {
        var cuts = new float[features][];
        var column = new float[sample.length];
        for (int f = 0; f < features; f++) {
            int known = 0;
            for (float[] row : sample) {
                if (!Float.isNaN(row[f])) {
                    column[known++] = row[f];
                }
            }
            cuts[f] = cut(Arrays.copyOf(column, known));
        }
        return new Borders(cuts);
    }

    private static float[] cut(float[] values) {
        Arrays.sort(values);
        var cuts = new float[CUTS_MAX];
        int count = 0;
        int next = 0; // the row from which on the next cut may come
        double each = Math.max(1, values.length / (double) (CUTS_MAX + 1));
        for (int i = 1; i < values.length && count < CUTS_MAX; i++) {
            if (values[i] > values[i - 1] && i >= next) {
                cuts[count++] = values[i - 1] + (values[i] - values[i - 1]) / 2;
                next = (int) Math.ceil(i + each * 0.999);
            }
        }
        return Arrays.copyOf(cuts, count);
    }

    int features() {
        return cuts.length;
    }

    /// How many bins a feature really has, "not known" included.
    int bins(int feature) {
        return cuts[feature].length + 2;
    }

    byte bin(int feature, float value) {
        if (Float.isNaN(value)) {
            return 0;
        }
        float[] own = cuts[feature];
        int low = 0;
        int high = own.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value > own[middle]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (byte) (low + 1);
    }

    /// Bins one row of features.
    void bin(float[] row, byte[] into) {
        for (int f = 0; f < cuts.length; f++) {
            into[f] = bin(f, row[f]);
        }
    }
}
