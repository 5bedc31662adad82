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
