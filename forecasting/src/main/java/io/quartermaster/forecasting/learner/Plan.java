package io.quartermaster.forecasting.learner;

/// A column that is known ahead, made ready for the trees.
///
/// Words are told by their rank, amounts by how far they are from what was usual lately; where
/// all amounts are above zero (a price), by the logarithm of their ratio.
final class Plan {

    private static final double SCALE_LEAST = 1e-6;
    private static final double OFF_MOST = 6;
    private static final int STEPS = 2;

    private final boolean coded;
    private final boolean relative;
    private final boolean own;
    private final float commonest;
    private final double scale;
    private final float[][] values;

    private Plan(boolean coded, boolean relative, boolean own, float commonest, double scale, float[][] values) {
        this.coded = coded;
        this.relative = relative;
        this.own = own;
        this.commonest = commonest;
        this.scale = scale;
        this.values = values;
    }

    /// Words.
    ///
    /// @param commonest the rank of the word that says nothing
    static Plan ofWords(float commonest, float[][] ranks) {
        return new Plan(true, false, false, commonest, 1, ranks);
    }

    /// Amounts.
    ///
    /// @param own false if whole shops or categories share it, as they share the weather
    /// @param known by series, how many of its periods may be looked at
    static Plan ofAmounts(float[][] values, boolean own, int[] known) {
        boolean relative = allAboveZero(values, known);
        return new Plan(false, relative, own, Float.NaN, scale(values, known, relative), values);
    }

    private static boolean allAboveZero(float[][] values, int[] known) {
        for (int s = 0; s < values.length; s++) {
            for (int t = 0; t < known[s]; t++) {
                if (values[s][t] <= 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /// How much the column moves within a series, usually.
    private static double scale(float[][] values, int[] known, boolean relative) {
        double squares = 0;
        long count = 0;
        for (int s = 0; s < values.length; s++) {
            double mean = Features.mean(values[s], 0, known[s]);
            for (int t = 0; t < known[s]; t++) {
                double off = apart(values[s][t], mean, relative);
                squares += Double.isNaN(off) ? 0 : off * off;
                count += Double.isNaN(off) ? 0 : 1;
            }
        }
        double scale = Math.sqrt(squares / count);
        return scale > SCALE_LEAST ? scale : 1;
    }

    private static double apart(double one, double other, boolean relative) {
        return relative ? Math.log(one / other) : one - other;
    }

    boolean isCoded() {
        return coded;
    }

    /// True for what is planned for each series on its own: a price, a place in the leaflet.
    boolean isOwn() {
        return own;
    }

    float[] values(int series) {
        return values[series];
    }

    float commonest() {
        return commonest;
    }

    /// What was usual in the `reach` periods before `origin`; `NaN` if nothing is known of them.
    double usual(int series, int origin, int reach) {
        return coded ? commonest : Features.mean(values[series], origin - reach, origin);
    }

    /// How far a period's value is from `usual`, in what the column usually moves; for words, how
    /// many ranks. `NaN` if either is not known.
    double off(int series, int period, double usual) {
        return apart(values[series][period], usual, relative) / scale;
    }

    /// The same of all periods, each against what was usual before it; those to come against what
    /// was usual before the first of them.
    float[] off(int series, int known, int reach) {
        float[] own = values[series];
        var off = new float[own.length];
        double sum = 0;
        int count = 0;
        for (int t = 0; t < own.length; t++) {
            off[t] = (float) off(series, t, coded ? commonest : sum / count);
            if (t < known) {
                sum += Float.isNaN(own[t]) ? 0 : own[t];
                count += Float.isNaN(own[t]) ? 0 : 1;
                float left = t >= reach ? own[t - reach] : Float.NaN;
                sum -= Float.isNaN(left) ? 0 : left;
                count -= Float.isNaN(left) ? 0 : 1;
            }
        }
        return off;
    }

    /// The same, rounded so that like periods fall together; zero where nothing is known.
    double step(double off) {
        if (Double.isNaN(off)) {
            return 0;
        }
        double bounded = Math.clamp(off, -OFF_MOST, OFF_MOST);
        return coded ? off : Math.rint(bounded * STEPS) / STEPS + 0.0;
    }

    /// True if plans differ so little from the usual that it may be chance.
    static boolean isUsual(double[] steps) {
        for (double step : steps) {
            if (Math.abs(step) > 1.0 / STEPS) {
                return false;
            }
        }
        return true;
    }

    /// A number for all plans of a period together.
    static long key(double[] steps) {
        long key = 1;
        for (double step : steps) {
            key = key * 1_000_003 + Math.round(STEPS * step);
        }
        return key;
    }

    /// How unlike two periods of a series are: 0 if the same; `NaN` if one is not known.
    double unlike(int series, int one, int other) {
        double off = Math.abs(apart(values[series][one], values[series][other], relative));
        return coded && off > 0 ? 1 : off / scale;
    }
}
