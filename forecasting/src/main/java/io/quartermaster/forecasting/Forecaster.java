package io.quartermaster.forecasting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks at what was sold and says what will be asked for.
///
/// ```java
/// var history = DemandSeries.daily(LocalDate.of(2026, 1, 5), 4, 3, 5, 4, 7, 9, 6, 3, 4, 4);
/// var forecast = Forecaster.standard().forecast(history, 14);
/// double reorderPoint = forecast.over(0, 5).quantile(0.95);
/// ```
///
/// Several models read each series; backtests on its own past weigh them, and the errors they
/// made there say how sure the forecast is. Without state and safe for many threads; the same
/// history always gives the same forecast, bit for bit.
public final class Forecaster {

    /// The number of this library's way to forecast. It is raised whenever the same history may get
    /// another forecast than before, be it by a bit; see [ForecastInputs].
    public static final int RECIPE = 1;

    /// The furthest ahead, in periods, that can be asked for: three years of days.
    public static final int HORIZON_MAX = 1_100;

    private static final Forecaster STANDARD = new Forecaster(ModelShelf.ALL, true);

    private final List<ForecastModel> shelf;
    private final boolean picks;

    private Forecaster(List<ForecastModel> shelf, boolean picks) {
        this.shelf = List.copyOf(shelf);
        this.picks = picks;
    }

    /// All models of the library that suit how a variant sells.
    public static Forecaster standard() {
        return STANDARD;
    }

    /// Only these models, or models of your own.
    ///
    /// @throws IllegalArgumentException if there are none
    public static Forecaster of(List<ForecastModel> models) {
        if (models.isEmpty()) {
            throw new IllegalArgumentException("The models ([]) must be at least one.");
        }
        return new Forecaster(models, false);
    }

    /// Forecasts the `horizon` periods after the history.
    ///
    /// Any history will do: empty, one day, all zeros, full of gaps. Where no demand was ever seen
    /// the forecast is zero, and its class is [DemandClass#NONE].
    ///
    /// @throws IllegalArgumentException if `horizon` is less than one or more than [#HORIZON_MAX]
    public Forecast forecast(DemandSeries history, int horizon) {
        return forecast(history, horizon, true, null);
    }

    /// The same forecast, and lets somebody look on who learns how far its windows can be trusted.
    ///
    /// @throws IllegalArgumentException if `horizon` is less than one or more than [#HORIZON_MAX],
    /// or the frequency is not the one that is learnt from
    public Forecast forecast(DemandSeries history, int horizon, TailLearning learning) {
        return forecast(history, horizon, true, learning);
    }

    /// What some periods to come are made of, empty shelves and huge orders included.
    ///
    /// For these two the history is read again as it was sold, and again with the empty shelves
    /// known: what that changes is what they did. The rest is [Forecast#explanation].
    ///
    /// @param firstPeriod the first period it is about, zero for the first one to come
    /// @param periods how many
    /// @throws IllegalArgumentException if they are none, or not within the horizon
    public Explanation explain(DemandSeries history, int horizon, int firstPeriod, int periods) {
        var forecast = forecast(history, horizon);
        var reading = forecast.reading();
        if (reading.emptyShelf() == 0 && reading.cutOrders() == 0) {
            return forecast.explanation(firstPeriod, periods);
        }
        double marked = reading.cutOrders() == 0
                ? forecast.levelNow()
                : forecast(history, horizon, false, null).levelNow();
        double asSold = reading.emptyShelf() == 0
                ? marked
                : forecast(history.withoutMarks(), horizon, false, null).levelNow();
        return forecast.explanation(firstPeriod, periods, asSold, marked);
    }

    static void requireHorizon(int horizon) {
        if (horizon < 1 || horizon > HORIZON_MAX) {
            throw new IllegalArgumentException("""
                    The horizon (%d) must be between 1 and %d periods.
                    Maybe ask for lead time plus review period.""".formatted(horizon, HORIZON_MAX));
        }
    }

    private Forecast forecast(DemandSeries history, int horizon, boolean bounds, @Nullable TailLearning learning) {
        requireHorizon(horizon);
        var demand = LearnableDemand.of(history, bounds);
        var frequency = history.frequency();
        var demandClass = DemandClass.of(history);
        var models = models(demandClass, frequency);
        int asked = Math.max(horizon, frequency.season());
        var backtest = new Backtest(models, frequency, demand, asked);
        var combination = Combination.of(backtest, models);
        var spread = ErrorSpread.of(backtest, combination, demand);
        if (learning != null) {
            learning.look(history, demandClass, backtest, combination, demand);
        }
        double[] means = combination.ahead(backtest, asked);
        return new Forecast(
                demandClass == DemandClass.NONE ? "none" : combination.names(models),
                demandClass,
                history.isCounted(),
                Arrays.copyOf(means, horizon),
                spread,
                Composition.of(
                        means, Arrays.copyOf(combination.levels(backtest, asked), horizon), frequency, history.end()),
                Scoring.score(backtest, combination, spread, history),
                demand.reading(history));
    }

    private List<ForecastModel> models(DemandClass demandClass, Frequency frequency) {
        if (!picks) {
            return shelf;
        }
        var suited = new ArrayList<ForecastModel>();
        for (var model : shelf) {
            if (model.suits(demandClass, frequency)) {
                suited.add(model);
            }
        }
        return suited;
    }
}
