package io.quartermaster.forecasting.learner;

/// The best place to part a leaf's rows by one feature.
///
/// @param gain how much the loss falls
/// @param bin rows up to it go left
record Split(int feature, int bin, double gain) {

    static final Split NONE = new Split(-1, 0, 0);

    /// Looks at every place between two bins.
    ///
    /// @param leaf how many rows a side of it has is told by its share of curvature
    static Split best(Histogram histogram, int feature, int bins, Leaf leaf, BoosterSettings settings) {
        double rowsPerCurve = leaf.size() / Math.max(leaf.curve(), 1e-300);
        double whole = score(leaf.slope(), leaf.curve(), settings.shrinkage());
        double slope = 0;
        double curve = 0;
        double best = 1e-9;
        int at = -1;
        for (int bin = 0; bin < bins - 1; bin++) {
            slope += histogram.slope(feature, bin);
            curve += histogram.curve(feature, bin);
            double rows = curve * rowsPerCurve;
            if (rows < settings.leafRows()) {
                continue;
            }
            if (leaf.size() - rows < settings.leafRows()) {
                break;
            }
            double gain = score(slope, curve, settings.shrinkage())
                    + score(leaf.slope() - slope, leaf.curve() - curve, settings.shrinkage())
                    - whole;
            if (gain > best) {
                best = gain;
                at = bin;
            }
        }
        return at < 0 ? NONE : new Split(feature, at, best);
    }

    private static double score(double slope, double curve, double shrinkage) {
        return slope * slope / (Math.max(curve, 0) + shrinkage);
    }

    /// The better one; the earlier feature where both are as good, so that the order of threads
    /// does not matter.
    static Split better(Split one, Split other) {
        if (one.gain != other.gain) {
            return one.gain > other.gain ? one : other;
        }
        return one.feature <= other.feature ? one : other;
    }
}
