package io.quartermaster.forecasting.learner;

import io.quartermaster.forecasting.Forecast;
import io.quartermaster.forecasting.Forecaster;
import io.quartermaster.forecasting.TailCalibration;
import io.quartermaster.forecasting.TailLearning;
import io.quartermaster.forecasting.WindowDemand;
import io.quartermaster.forecasting.panel.Panel;
import java.util.stream.IntStream;

/// Demand over stretches of several periods together, such as lead time and review, from a
/// forecast of many series.
///
/// What is expected is the panel forecast's own. How sure one can be of `w` periods together, the
/// backtest of the series alone has measured; that is corrected by how much surer, or less sure,
/// the panel forecast is of single periods:
///
/// ```
/// variance(w) = mean(w) · alone's variance(w) / alone's mean(w) · c
/// c = (Σ (q.95 - mean) / Σ (alone's q.95 - alone's mean))², over all periods, from 1/2 to 2
/// ```
///
/// Both have seen few bad weeks of one series. So quantiles of windows are asked for at a level
/// moved as far as the backtests of all series say, less what single periods are moved: those the
/// panel forecast has moved itself.
public final class PanelWindows {

    private static final double HIGH = 0.95;
    private static final double CORRECTION_MOST = 2;

    private final Panel panel;
    private final PanelForecast forecast;
    private final Forecast[] alone;
    private final double[] corrections;
    private final TailCalibration tails;

    private PanelWindows(
            Panel panel, PanelForecast forecast, Forecast[] alone, double[] corrections, TailCalibration tails) {
        this.panel = panel;
        this.forecast = forecast;
        this.alone = alone;
        this.corrections = corrections;
        this.tails = tails;
    }

    /// Reads each series once more, alone.
    ///
    /// @param forecast of this very panel
    public static PanelWindows of(Panel panel, PanelForecast forecast) {
        int count = panel.series().size();
        var alone = new Forecast[count];
        var corrections = new double[count];
        var learning = new TailLearning(panel.frequency());
        IntStream.range(0, count).parallel().forEach(s -> {
            var series = panel.series().get(s).alone(panel.start(), panel.frequency());
            alone[s] = TailLearning.looksAt(s, count)
                    ? Forecaster.standard().forecast(series, panel.horizon(), learning)
                    : Forecaster.standard().forecast(series, panel.horizon());
            corrections[s] = correction(forecast, s, alone[s]);
        });
        return new PanelWindows(panel, forecast, alone, corrections, learning.calibration());
    }

    private static double correction(PanelForecast forecast, int series, Forecast alone) {
        double ours = 0;
        double theirs = 0;
        for (int h = 0; h < alone.horizon(); h++) {
            ours += forecast.quantiles(series, h, HIGH)[0] - forecast.mean(series, h);
            theirs += alone.quantile(h, HIGH) - alone.mean(h);
        }
        double times = ours > 0 && theirs > 0 ? ours / theirs * ours / theirs : 1;
        return Math.clamp(times, 1 / CORRECTION_MOST, CORRECTION_MOST);
    }

    /// Demand over `periods` periods together, from `first` on.
    ///
    /// @param first zero for the first period to come
    /// @throws IllegalArgumentException if the forecast does not reach that far
    public WindowDemand over(int series, int first, int periods) {
        var theirs = alone[series].over(first, periods);
        double mean = 0;
        for (int h = first; h < first + periods; h++) {
            mean += forecast.mean(series, h);
        }
        double ratio = theirs.mean() > 0 ? theirs.deviation() * theirs.deviation() / theirs.mean() : 1;
        return new WindowDemand(mean, Math.sqrt(mean * ratio * corrections[series]), theirs.counted());
    }

    /// The least number of units that covers `periods` periods together with chance `p`, as often as
    /// the backtests of all series say.
    ///
    /// @throws IllegalArgumentException if the forecast does not reach that far, or `p` is not
    /// between zero and one
    public double quantile(int series, int first, int periods, double p) {
        return over(series, first, periods).quantile(tails.furtherLevel(alone[series].demandClass(), periods, p));
    }

    /// At which levels to ask for that.
    public TailCalibration tails() {
        return tails;
    }

    /// How many periods it looks ahead.
    public int horizon() {
        return panel.horizon();
    }
}
