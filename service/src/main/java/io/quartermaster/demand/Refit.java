package io.quartermaster.demand;

import io.quartermaster.demand.DemandForecast.Days;
import io.quartermaster.forecasting.ColdStart;
import io.quartermaster.forecasting.DemandSeries;
import io.quartermaster.forecasting.Forecast;
import java.time.Instant;

/// Makes one forecast anew within its first day, when that day turned out a surprise.
///
/// Whoever made it (models, analogues, a learner), it is moved by as much as the models move
/// when they are told that today asks for at least what was sold until now:
///
/// ```
/// after(day) = before(day) · models with today(day) / models without(day)
/// ```
///
/// and its doubt likewise; both only upwards. What was said of today itself stays, so that the
/// day is judged by what was expected in the morning.
final class Refit {

    private static final double TIMES_MOST = 5;

    private Refit() {}

    /// @param untilYesterday the history it was made from
    /// @param soldToday units sold today until now
    static DemandForecast surprised(
            DemandForecast before, DemandSeries untilYesterday, double soldToday, ColdStart start, Instant madeAt) {
        int horizon = before.days().means().length;
        var without = start.forecast(untilYesterday, horizon);
        var with = start.forecast(andToday(untilYesterday, soldToday), horizon);
        double level = times(with.level(), without.level());
        var days = before.days();
        double[] means = days.means().clone();
        double[] deviations = days.deviations().clone();
        double[] windows = days.windows().clone();
        for (int i = 0; i < horizon; i++) {
            if (i > 0) {
                means[i] = ForecastMaker.rounded(moved(means[i], level, with.level()));
                deviations[i] = ForecastMaker.rounded(moved(
                        deviations[i], doubt(with, without, 1), with.over(0, 1).deviation()));
            }
            windows[i] = ForecastMaker.rounded(moved(
                    windows[i], doubt(with, without, i + 1), with.over(0, i + 1).deviation()));
        }
        return new DemandForecast(
                before.variant(),
                before.location(),
                before.firstDay(),
                before.model(),
                new Days(means, deviations, windows, before.weekdayFactors()),
                before.history(),
                madeAt);
    }

    private static double doubt(Forecast with, Forecast without, int days) {
        return times(with.over(0, days).deviation(), without.over(0, days).deviation());
    }

    private static double times(double with, double without) {
        return without > 0 ? Math.clamp(with / without, 1, TIMES_MOST) : 1;
    }

    /// Nothing was expected: then it is what the models say now.
    private static double moved(double before, double times, double now) {
        return before > 0 ? before * times : now;
    }

    /// The history and today, of which nobody knows yet how much more it will ask for.
    private static DemandSeries andToday(DemandSeries history, double soldToday) {
        int days = history.length();
        var units = new double[days + 1];
        var censored = new boolean[days + 1];
        for (int i = 0; i < days; i++) {
            units[i] = history.units(i);
            censored[i] = history.isCensored(i);
        }
        units[days] = soldToday;
        censored[days] = true;
        return DemandSeries.daily(history.start(), units, censored);
    }
}
