package io.quartermaster.forecasting;

import java.util.List;

/// What each model would have said at dates in the past, beside what then came.
///
/// One reading of the history serves all: each model's memory is asked at every origin on the way
/// and never fitted again. So the whole backtest costs as much as one fit.
///
/// Source: L. J. Tashman, "Out-of-sample tests of forecasting accuracy: an analysis and review",
/// International Journal of Forecasting 16 (2000) 437-450 (rolling origins).
final class Backtest {

    static final int ORIGINS_MAX = 16;
    private static final int SPAN_IN_REACHES = 12;
    private static final int REACHES_IN_HISTORY = 3;

    private final LearnableDemand demand;
    private final int[] origins;
    private final int reach;
    private final double[][] came;
    private final double[][][] said;
    private final double[][] ahead;
    private final double[][] levels;

    /// Reads the history once.
    ///
    /// @param demand what came, as far as it is known
    /// @param horizon how many periods to come are wanted
    Backtest(List<ForecastModel> models, Frequency frequency, LearnableDemand demand, int horizon) {
        this.demand = demand;
        int wanted = Math.clamp(horizon, frequency.recent(), frequency.backtestReach());
        this.reach = Math.clamp(demand.length() / REACHES_IN_HISTORY, 1, wanted);
        this.origins = origins(demand.length(), frequency.season(), reach);
        this.came = new double[origins.length][];
        for (int o = 0; o < origins.length; o++) {
            came[o] = demand.seen(origins[o], origins[o] + steps(o));
        }
        this.said = new double[origins.length][models.size()][];
        this.ahead = new double[models.size()][];
        this.levels = new double[models.size()][];
        for (int m = 0; m < models.size(); m++) {
            var memory = models.get(m).begin(frequency);
            read(memory, m, horizon);
            levels[m] = memory.levels(horizon, frequency.season());
        }
    }

    private void read(ForecastModel.Memory memory, int model, int horizon) {
        int told = 0;
        for (int o = 0; o < origins.length; o++) {
            demand.tell(memory, told, origins[o]);
            told = origins[o];
            said[o][model] = path(memory, steps(o));
        }
        demand.tell(memory, told, demand.length());
        ahead[model] = path(memory, horizon);
    }

    private static double[] path(ForecastModel.Memory memory, int steps) {
        var path = new double[steps];
        memory.aheadInto(path);
        return path;
    }

    /// Evenly spread over the later part of the history, the last ones nearer to its end than they
    /// reach: what happened lately counts, even if not all of it is known yet.
    private static int[] origins(int length, int season, int reach) {
        int last = length - Math.max(1, reach / 2);
        int first = Math.max(Math.min(2 * season, length / 2), last - SPAN_IN_REACHES * reach);
        if (first < 1 || last < first) {
            return new int[0];
        }
        int count = Math.min(ORIGINS_MAX, last - first + 1);
        var origins = new int[count];
        for (int i = 0; i < count; i++) {
            origins[i] = count == 1 ? last : first + (int) ((long) (last - first) * i / (count - 1));
        }
        return origins;
    }

    int reach() {
        return reach;
    }

    int originCount() {
        return origins.length;
    }

    /// How many periods were told before this origin.
    int origin(int origin) {
        return origins[origin];
    }

    /// How many periods after this origin are known.
    int steps(int origin) {
        return Math.min(reach, demand.length() - origins[origin]);
    }

    /// What came after the origin, period by period; `NaN` if it was not seen.
    double[] came(int origin) {
        return came[origin];
    }

    /// What a model said would come.
    double[] said(int origin, int model) {
        return said[origin][model];
    }

    /// What came one season before, the yardstick of scaled errors; `NaN` if it was not seen.
    double cameLastSeason(int origin, int step, int season) {
        int then = origins[origin] + step - season;
        return then < 0 ? Double.NaN : demand.seen(then);
    }

    /// What a model says now of the periods to come.
    double[] ahead(int model) {
        return ahead[model];
    }

    /// The same, freed of weekday and season.
    double[] levels(int model) {
        return levels[model];
    }
}
