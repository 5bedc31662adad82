package io.quartermaster.forecasting.learner;

/// What will be asked for, by series and period to come, with quantiles that never cross and are
/// never negative.
public final class PanelForecast {

    private final float[][] means;
    private final Quantiles quantiles;

    PanelForecast(float[][] means, Quantiles quantiles) {
        this.means = means;
        this.quantiles = quantiles;
    }

    /// Finds the least demand of a series' period that is not exceeded with some chance.
    @FunctionalInterface
    interface Quantiles {
        double at(int series, int step, double p);
    }

    /// Units expected.
    ///
    /// @param step zero for the first period to come
    public double mean(int series, int step) {
        return means[series][step];
    }

    /// The least numbers of units that cover a period's demand with these chances.
    ///
    /// @param levels chances between zero and one, ascending
    public double[] quantiles(int series, int step, double... levels) {
        var units = new double[levels.length];
        double last = 0;
        for (int i = 0; i < levels.length; i++) {
            last = Math.max(last, quantiles.at(series, step, levels[i]));
            units[i] = last;
        }
        return units;
    }
}
