package io.quartermaster.forecasting.learner;

/// A stretch of the rows' order that has ended up in one leaf so far.
///
/// @param node its number in the tree
/// @param slope the sum of its rows' slopes
/// @param curve the sum of its rows' curvatures
record Leaf(int node, int from, int to, double slope, double curve, Histogram histogram, Split split) {

    int size() {
        return to - from;
    }

    Leaf with(Split best) {
        return new Leaf(node, from, to, slope, curve, histogram, best);
    }
}
