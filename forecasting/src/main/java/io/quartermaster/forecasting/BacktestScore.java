package io.quartermaster.forecasting;

/// How good the same forecast would have been in the past, at dates when we know what came.
///
/// @param meanAbsoluteScaledError mean absolute error of a period, over that of repeating the
/// last season; below one is better than that. `NaN` where the past does not tell
/// @param bias forecast less demand, over demand: -0.05 is five per cent too low. `NaN` where the
/// past does not tell
/// @param coverage95 share of periods whose demand stayed at or below the 95 % quantile; `NaN`
/// where the past does not tell
/// @param origins from how many dates it was tried; zero if the history was too short
public record BacktestScore(double meanAbsoluteScaledError, double bias, double coverage95, int origins) {

    static final BacktestScore UNTRIED = new BacktestScore(Double.NaN, Double.NaN, Double.NaN, 0);

    double[] figures() {
        return new double[] {meanAbsoluteScaledError, bias, coverage95, origins};
    }
}
