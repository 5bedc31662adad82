package io.quartermaster.demand;

import io.quartermaster.demand.DemandForecast.Days;
import io.quartermaster.demand.DemandForecast.Model;
import io.quartermaster.demand.Step.Teaching;
import java.time.Instant;

/// Turns what was learnt of one series into the forecast that is kept.
///
/// Within the learner's horizon its means and windows are taken as they are. Beyond, the days
/// of the models alone are moved by as much as the learner's last week is above or below
/// theirs.
final class Taught {

    static final String NAME = "learner";

    private static final double TIMES_MOST = 3;

    private Taught() {}

    /// @param kept what the models alone say of the same days
    static DemandForecast by(Teaching taught, DemandForecast kept, Instant madeAt) {
        var days = kept.days();
        double[] means = days.means().clone();
        double[] deviations = days.deviations().clone();
        double[] together = days.windows().clone();
        int horizon = Math.min(means.length, taught.means().length);
        int week = Math.min(Teaching.WEEK, horizon);
        double level = times(
                taught.lastWeek(),
                kept.over(kept.firstDay().plusDays(horizon - week), week, 0).mean());
        double doubt = times(taught.windows()[horizon - 1], together[horizon - 1]);
        for (int i = 0; i < means.length; i++) {
            boolean within = i < horizon;
            means[i] = ForecastMaker.rounded(within ? taught.means()[i] : means[i] * level);
            deviations[i] = ForecastMaker.rounded(within ? taught.deviations()[i] : deviations[i] * doubt);
            together[i] = ForecastMaker.rounded(within ? taught.windows()[i] : together[i] * doubt);
        }
        return new DemandForecast(
                kept.variant(),
                kept.location(),
                kept.firstDay(),
                named(kept.model()),
                new Days(means, deviations, together, kept.weekdayFactors()),
                kept.history(),
                madeAt);
    }

    private static double times(double ours, double theirs) {
        return ours > 0 && theirs > 0 ? Math.clamp(ours / theirs, 1 / TIMES_MOST, TIMES_MOST) : 1;
    }

    private static Model named(Model alone) {
        return new Model(
                NAME + " + " + alone.name(),
                alone.demandClass(),
                alone.counted(),
                alone.scaledError(),
                alone.bias(),
                alone.coverage95(),
                alone.origins());
    }
}
