package io.quartermaster.forecasting.learner;

/// A grown tree. A node is a feature and a bin: rows up to that bin go left, others right. Leaves
/// hold what is added to the logarithm of the forecast.
///
/// @param feature -1 for a leaf
record Tree(int[] feature, int[] bin, int[] left, int[] right, float[] value) {

    float at(byte[] row) {
        int node = 0;
        while (feature[node] >= 0) {
            node = (row[feature[node]] & 0xFF) <= bin[node] ? left[node] : right[node];
        }
        return value[node];
    }

    float at(byte[][] columns, int row) {
        int node = 0;
        while (feature[node] >= 0) {
            node = (columns[feature[node]][row] & 0xFF) <= bin[node] ? left[node] : right[node];
        }
        return value[node];
    }
}
