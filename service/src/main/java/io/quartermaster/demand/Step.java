package io.quartermaster.demand;

import io.quartermaster.forecasting.ColdStart;
import io.quartermaster.forecasting.DemandSeries;
import io.quartermaster.forecasting.learner.PanelWindows;
import java.time.Instant;
import java.util.List;

/// What moved a forecast after the models had made it. With what the models made it from, it is
/// enough to make the moved one again.
sealed interface Step {

    /// The forecast after it; pure.
    ///
    /// @param untilYesterday what the models learnt from
    DemandForecast after(DemandForecast before, DemandSeries untilYesterday, Instant madeAt);

    /// What a learner said of one series.
    ///
    /// @param means of each day of its horizon
    /// @param deviations of each of these days
    /// @param windows standard deviation of the first day, of the first two together, and so on
    /// @param lastWeek units expected in the last week of its horizon
    record Teaching(double[] means, double[] deviations, double[] windows, double lastWeek) implements Step {

        static final int WEEK = 7;

        static Teaching of(PanelWindows windows, int series, int horizonMost) {
            int horizon = Math.min(horizonMost, windows.horizon());
            var means = new double[horizon];
            var deviations = new double[horizon];
            var together = new double[horizon];
            for (int i = 0; i < horizon; i++) {
                var day = windows.over(series, i, 1);
                means[i] = day.mean();
                deviations[i] = day.deviation();
                together[i] = windows.over(series, 0, i + 1).deviation();
            }
            int week = Math.min(WEEK, horizon);
            return new Teaching(
                    means,
                    deviations,
                    together,
                    windows.over(series, horizon - week, week).mean());
        }

        @Override
        public DemandForecast after(DemandForecast before, DemandSeries untilYesterday, Instant madeAt) {
            return Taught.by(this, before, madeAt);
        }
    }

    /// A day that sold surprisingly much until now; of an article that has a history of its own.
    record Surprising(double soldToday) implements Step {

        @Override
        public DemandForecast after(DemandForecast before, DemandSeries untilYesterday, Instant madeAt) {
            return Refit.surprised(before, untilYesterday, soldToday, ColdStart.of(List.of()), madeAt);
        }
    }
}
