package io.quartermaster.forecasting.learner;

import io.quartermaster.forecasting.Explanation;

/// What will be asked for, by series and period to come, with quantiles that never cross and are
/// never negative.
public final class PanelForecast {

    private final float[][] means;
    private final Quantiles quantiles;
    private final Reasons reasons;

    PanelForecast(float[][] means, Quantiles quantiles, Reasons reasons) {
        this.means = means;
        this.quantiles = quantiles;
        this.reasons = reasons;
    }

    /// Takes apart what some steps of a series are made of together.
    @FunctionalInterface
    interface Reasons {
        Explanation of(int series, int first, int steps, float[] means);
    }

    /// Finds the least demands of a series' period that are not exceeded with some chances.
    @FunctionalInterface
    interface Quantiles {
        double[] at(int series, int step, double[] ascending);
    }

    /// Units expected.
    ///
    /// @param step zero for the first period to come
    public double mean(int series, int step) {
        return means[series][step];
    }

    /// What `steps` steps from `first` on are made of together. It is worked out when it is asked
    /// for.
    ///
    /// @throws IllegalArgumentException if the forecast does not reach that far
    public Explanation explanation(int series, int first, int steps) {
        if (first < 0 || steps < 1 || first > means[series].length - steps) {
            throw new IllegalArgumentException("The steps (%d from %d on) are not within the horizon (%d)."
                    .formatted(steps, first, means[series].length));
        }
        return reasons.of(series, first, steps, means[series]);
    }

    /// The least numbers of units that cover a period's demand with these chances.
    ///
    /// @param levels chances between zero and one, ascending
    public double[] quantiles(int series, int step, double... levels) {
        double[] units = quantiles.at(series, step, levels);
        double last = 0;
        for (int i = 0; i < units.length; i++) {
            last = Math.max(last, units[i]);
            units[i] = last;
        }
        return units;
    }
}
