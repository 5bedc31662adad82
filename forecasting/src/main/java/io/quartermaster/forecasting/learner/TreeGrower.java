package io.quartermaster.forecasting.learner;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Grows one tree, always parting the leaf that gains most (leaf-wise, best first).
///
/// Source: H. Shi, "Best-first decision tree learning", University of Waikato 2007; G. Ke and
/// others, "LightGBM", NeurIPS 2017. Not safe for several threads; uses those of its pool.
final class TreeGrower {

    private static final int SMALL_WORK = 40_000;
    /// The most a leaf may change the logarithm of a forecast, before the rate: a factor of two.
    private static final double STEP_MAX = 0.7;

    private final Rows rows;
    private final BoosterSettings settings;
    private final Deque<Histogram> spare = new ArrayDeque<>();
    private final int[] order;
    private final int[] aside;
    private final float[] slopes;
    private final float[] curves;

    private int[] features = {};
    private int nodes;
    private int[] feature = {};
    private int[] bin = {};
    private int[] left = {};
    private int[] right = {};
    private float[] value = {};

    TreeGrower(Rows rows, BoosterSettings settings) {
        this.rows = rows;
        this.settings = settings;
        this.order = new int[rows.count()];
        this.aside = new int[rows.count()];
        this.slopes = new float[rows.count()];
        this.curves = new float[rows.count()];
    }

    /// Grows a tree.
    ///
    /// @param picked rows to learn from, ascending; only the first `count`
    /// @param among the features that it may use
    /// @param slope of every row, by its number
    Tree grow(int[] picked, int count, int[] among, float[] slope, float[] curve) {
        System.arraycopy(picked, 0, order, 0, count);
        features = among;
        int most = 2 * settings.leaves() - 1;
        feature = new int[most];
        bin = new int[most];
        left = new int[most];
        right = new int[most];
        value = new float[most];
        Arrays.fill(feature, -1);
        nodes = 1;
        var leaves = new ArrayList<Leaf>();
        leaves.add(measure(0, 0, count, slope, curve, null));
        while (leaves.size() < settings.leaves()) {
            int best = best(leaves);
            if (leaves.get(best).split().feature() < 0) {
                break;
            }
            var parent = leaves.remove(best);
            part(parent, slope, curve, leaves);
        }
        for (var leaf : leaves) {
            double step = -leaf.slope() / (Math.max(leaf.curve(), 0) + settings.shrinkage());
            value[leaf.node()] = (float) (settings.rate() * Math.clamp(step, -STEP_MAX, STEP_MAX));
            spare.add(leaf.histogram());
        }
        expect(leaves);
        return new Tree(
                Arrays.copyOf(feature, nodes),
                Arrays.copyOf(bin, nodes),
                Arrays.copyOf(left, nodes),
                Arrays.copyOf(right, nodes),
                Arrays.copyOf(value, nodes));
    }

    /// Gives each node that parts the mean of the leaves below it, weighed by their rows.
    private void expect(List<Leaf> leaves) {
        var rowsBelow = new int[nodes];
        for (var leaf : leaves) {
            rowsBelow[leaf.node()] = leaf.size();
        }
        for (int node = nodes - 1; node >= 0; node--) { // sides are numbered after what they are sides of
            if (feature[node] >= 0) {
                int one = rowsBelow[left[node]];
                int other = rowsBelow[right[node]];
                rowsBelow[node] = one + other;
                value[node] = (one * value[left[node]] + other * value[right[node]]) / Math.max(1, one + other);
            }
        }
    }

    private static int best(List<Leaf> leaves) {
        int best = 0;
        for (int i = 1; i < leaves.size(); i++) {
            if (leaves.get(i).split().gain() > leaves.get(best).split().gain()) {
                best = i;
            }
        }
        return best;
    }

    private void part(Leaf parent, float[] slope, float[] curve, List<Leaf> leaves) {
        var split = parent.split();
        int middle = divide(parent, rows.bins()[split.feature()], split.bin());
        int node = parent.node();
        feature[node] = split.feature();
        bin[node] = split.bin();
        left[node] = nodes++;
        right[node] = nodes++;
        boolean leftIsSmaller = middle - parent.from() <= parent.to() - middle;
        if (leftIsSmaller) {
            var small = measure(left[node], parent.from(), middle, slope, curve, parent.histogram());
            leaves.add(small);
            leaves.add(remainder(parent, small, right[node], middle, parent.to()));
        } else {
            var small = measure(right[node], middle, parent.to(), slope, curve, parent.histogram());
            leaves.add(small);
            leaves.add(remainder(parent, small, left[node], parent.from(), middle));
        }
    }

    /// Puts the rows of the left side first, each side in its old order.
    private int divide(Leaf leaf, byte[] bins, int upTo) {
        int kept = leaf.from();
        int moved = 0;
        for (int i = leaf.from(); i < leaf.to(); i++) {
            int row = order[i];
            if ((bins[row] & 0xFF) <= upTo) {
                order[kept++] = row;
            } else {
                aside[moved++] = row;
            }
        }
        System.arraycopy(aside, 0, order, kept, moved);
        return kept;
    }

    /// Sums a leaf's histogram from its rows; takes it away from the parent's, if there is one.
    private Leaf measure(int node, int from, int to, float[] slope, float[] curve, @Nullable Histogram parent) {
        double slopeSum = 0;
        double curveSum = 0;
        for (int i = from; i < to; i++) {
            slopes[i] = slope[order[i]];
            curves[i] = curve[order[i]];
            slopeSum += slopes[i];
            curveSum += curves[i];
        }
        var histogram = spare.isEmpty() ? new Histogram(rows.borders().features()) : spare.pop();
        each((long) (to - from) * features.length).forEach(k -> {
            int f = features[k];
            histogram.sum(f, rows.bins()[f], order, from, to, slopes, curves);
            if (parent != null) {
                parent.subtract(f, histogram);
            }
        });
        return judged(new Leaf(node, from, to, slopeSum, curveSum, histogram, Split.NONE));
    }

    private Leaf remainder(Leaf parent, Leaf small, int node, int from, int to) {
        return judged(new Leaf(
                node,
                from,
                to,
                parent.slope() - small.slope(),
                parent.curve() - small.curve(),
                parent.histogram(),
                Split.NONE));
    }

    private Leaf judged(Leaf leaf) {
        if (leaf.size() < 2 * settings.leafRows()) {
            return leaf;
        }
        return leaf.with(each((long) features.length * 2 * Borders.BINS)
                .mapToObj(k ->
                        Split.best(leaf.histogram(), features[k], rows.borders().bins(features[k]), leaf, settings))
                .reduce(Split.NONE, Split::better));
    }

    private IntStream each(long work) {
        var indices = IntStream.range(0, features.length);
        return work > SMALL_WORK && settings.threads() > 1 ? indices.parallel() : indices;
    }
}
