package io.quartermaster.demand;

import io.quartermaster.forecasting.DemandSeries;
import io.quartermaster.forecasting.ForecastInputs;

/// What a total's own past says of its future, were it a product like any other.
///
/// @param means of each day
/// @param deviations of each day
/// @param windows of the first day, of the first two together, and so on
record OwnForecast(double[] means, double[] deviations, double[] windows, String model, boolean counted) {

    static OwnForecast of(DemandSeries series, int horizon) {
        var forecast = ForecastInputs.of(series, horizon).forecast();
        var means = new double[horizon];
        var deviations = new double[horizon];
        var windows = new double[horizon];
        for (int i = 0; i < horizon; i++) {
            means[i] = ForecastMaker.rounded(forecast.mean(i));
            deviations[i] = ForecastMaker.rounded(forecast.over(i, 1).deviation());
            windows[i] = ForecastMaker.rounded(forecast.over(0, i + 1).deviation());
        }
        return new OwnForecast(means, deviations, windows, forecast.model(), series.isCounted());
    }

    ChannelSplit.Opinion opinion(int day) {
        return new ChannelSplit.Opinion(means[day], deviations[day] * deviations[day]);
    }

    /// How sure one can be of other means by what this was wrong in the past: as sure as of these,
    /// and by as much less as both differ.
    double[] deviationsOf(long[] others) {
        var around = new double[means.length];
        for (int i = 0; i < around.length; i++) {
            around[i] = Math.hypot(deviations[i], TenThousandths.units(others[i]) - means[i]);
        }
        return around;
    }

    /// The same of the first days together.
    double[] windowsOf(long[] others) {
        var around = new double[means.length];
        double apart = 0;
        for (int i = 0; i < around.length; i++) {
            apart += TenThousandths.units(others[i]) - means[i];
            around[i] = Math.hypot(windows[i], apart);
        }
        return around;
    }
}
