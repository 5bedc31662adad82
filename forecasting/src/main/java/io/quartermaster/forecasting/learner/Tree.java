package io.quartermaster.forecasting.learner;

/// A grown tree. A node is a feature and a bin: rows up to that bin go left, others right. Leaves
/// hold what is added to the logarithm of the forecast, nodes above them the mean of that.
///
/// @param feature -1 for a leaf
record Tree(int[] feature, int[] bin, int[] left, int[] right, float[] value) {

    /// The same tree, of which only a share is believed.
    Tree shrunk(float share) {
        var shrunk = value.clone();
        for (int i = 0; i < shrunk.length; i++) {
            shrunk[i] *= share;
        }
        return new Tree(feature, bin, left, right, shrunk);
    }

    float at(byte[] row) {
        int node = 0;
        while (feature[node] >= 0) {
            node = (row[feature[node]] & 0xFF) <= bin[node] ? left[node] : right[node];
        }
        return value[node];
    }

    /// Adds to each feature by how much its splits on the row's way changed what is to be expected;
    /// with what is expected of any row, that is what the tree says.
    ///
    /// Source: A. Saabas, "Interpreting random forests", blog.datadive.net, 2014. Splits near the
    /// root get less than the fair share that game theory would give them (S. M. Lundberg, G. G.
    /// Erion, S.-I. Lee, "Consistent individualized feature attribution for tree ensembles", arXiv
    /// 1802.03888), but the sum is exact, and it costs no more than a forecast.
    ///
    /// @return what is expected of any row
    float explain(byte[] row, double[] moved) {
        int node = 0;
        while (feature[node] >= 0) {
            int next = (row[feature[node]] & 0xFF) <= bin[node] ? left[node] : right[node];
            moved[feature[node]] += (double) value[next] - value[node];
            node = next;
        }
        return value[0];
    }

    float at(byte[][] columns, int row) {
        int node = 0;
        while (feature[node] >= 0) {
            node = (columns[feature[node]][row] & 0xFF) <= bin[node] ? left[node] : right[node];
        }
        return value[node];
    }
}
