package io.quartermaster.demand;

import io.quartermaster.books.sales.DemandHistory;
import io.quartermaster.books.sales.Sales;
import io.quartermaster.demand.DemandForecast.Days;
import io.quartermaster.demand.DemandForecast.History;
import io.quartermaster.demand.DemandForecast.Model;
import io.quartermaster.forecasting.ColdStart;
import io.quartermaster.forecasting.DemandSeries;
import io.quartermaster.forecasting.Forecast;
import io.quartermaster.forecasting.ForecastInputs;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Makes forecasts from the sales book, several at once, within bounds.
@Component
final class ForecastMaker implements DisposableBean {

    private static final double DECIMALS = 1e4;

    private final Sales sales;
    private final Newcomers newcomers;
    private final DemandSettings settings;
    private final Clock clock;
    private final ExecutorService workers;

    ForecastMaker(Sales sales, Newcomers newcomers, DemandSettings settings, Clock clock) {
        this.sales = sales;
        this.newcomers = newcomers;
        this.settings = settings;
        this.clock = clock;
        this.workers = Executors.newFixedThreadPool(
                settings.threads(),
                Thread.ofPlatform().daemon().name("forecast-", 0).factory());
    }

    /// Forecasts from `today` on, from what was sold until the day before.
    List<DemandForecast> make(LocationId location, Collection<VariantId> variants, LocalDate today) {
        var made = new ArrayList<DemandForecast>(variants.size());
        var all = List.copyOf(variants);
        for (int i = 0; i < all.size(); i += settings.batch()) {
            made.addAll(batch(location, all.subList(i, Math.min(all.size(), i + settings.batch())), today));
        }
        return made;
    }

    private List<DemandForecast> batch(LocationId location, List<VariantId> variants, LocalDate today) {
        var histories =
                sales.histories(location, variants, today.minusDays(settings.historyDays()), today.minusDays(1));
        var starts = newcomers.starts(location, histories, today);
        var madeAt = clock.instant();
        List<Future<DemandForecast>> running = variants.stream()
                .map(variant -> workers.submit(() -> started(
                        one(variant, location, histories.get(variant), today, settings.horizonDays(), madeAt),
                        series(histories.get(variant), today),
                        starts.get(variant))))
                .toList();
        return running.stream().map(ForecastMaker::finished).toList();
    }

    /// Who has little history of its own begins with what sells like it.
    private static DemandForecast started(DemandForecast alone, DemandSeries series, @Nullable ColdStart start) {
        if (start == null || start.priorLevel() <= 0) {
            return alone;
        }
        int horizon = alone.days().means().length;
        var forecast = start.forecast(series, horizon);
        return new DemandForecast(
                alone.variant(),
                alone.location(),
                alone.firstDay(),
                model(forecast, series),
                days(forecast, horizon),
                alone.history(),
                alone.madeAt());
    }

    /// Makes those anew that sold surprisingly much today.
    ///
    /// @param soldToday units sold today until now, by the forecast of this morning
    List<DemandForecast> surprised(LocationId location, Map<DemandForecast, Double> soldToday, LocalDate today) {
        var variants = soldToday.keySet().stream().map(DemandForecast::variant).toList();
        var histories =
                sales.histories(location, variants, today.minusDays(settings.historyDays()), today.minusDays(1));
        var starts = newcomers.starts(location, histories, today);
        var madeAt = clock.instant();
        return soldToday.entrySet().stream()
                .map(one -> surprised(
                        one.getKey(),
                        series(histories.get(one.getKey().variant()), today),
                        one.getValue(),
                        starts.get(one.getKey().variant()),
                        madeAt))
                .toList();
    }

    /// It can be made again if nothing but its own history has a say, and that is as it was this
    /// morning.
    private static DemandForecast surprised(
            DemandForecast before, DemandSeries series, double sold, @Nullable ColdStart start, Instant madeAt) {
        if (start != null) {
            return Refit.surprised(before, series, sold, start, madeAt);
        }
        var step = new Step.Surprising(sold);
        var after = step.after(before, series, madeAt);
        int horizon = before.days().means().length;
        return Arrays.equals(ForecastInputs.of(series, horizon).toBytes(), before.inputs())
                ? after.movedFrom(before, step)
                : after;
    }

    /// Pure: the same history makes the same forecast.
    static DemandForecast one(
            VariantId variant,
            LocationId location,
            @Nullable DemandHistory history,
            LocalDate today,
            int horizon,
            Instant madeAt) {
        return of(ForecastInputs.of(series(history, today), horizon), variant, location, today, madeAt);
    }

    /// Pure: the same inputs make the same forecast, byte for byte.
    static DemandForecast of(
            ForecastInputs inputs, VariantId variant, LocationId location, LocalDate today, Instant madeAt) {
        var series = inputs.history();
        var forecast = inputs.forecast();
        return new DemandForecast(
                        variant,
                        location,
                        today,
                        model(forecast, series),
                        days(forecast, inputs.horizon()),
                        new History(series.length() == 0 ? null : series.start(), series.length()),
                        madeAt)
                .madeFrom(inputs.toBytes());
    }

    /// The known days, up to the day before `today`: a forecast begins where its history ends.
    static DemandSeries series(@Nullable DemandHistory history, LocalDate today) {
        if (history == null || history.days() == 0) {
            return DemandSeries.daily(today);
        }
        int days = (int) Math.max(
                0, Math.min(history.days(), today.toEpochDay() - history.from().toEpochDay()));
        var units = new double[days];
        var censored = new boolean[days];
        for (int i = 0; i < days; i++) {
            units[i] = history.unitsByDay().get(i).toDouble();
            censored[i] = history.wasWithoutStock(i);
        }
        return DemandSeries.daily(history.from(), units, censored);
    }

    private static Model model(Forecast forecast, DemandSeries series) {
        var score = forecast.score();
        return new Model(
                forecast.model(),
                forecast.demandClass().name(),
                series.isCounted(),
                told(score.meanAbsoluteScaledError()),
                told(score.bias()),
                told(score.coverage95()),
                score.origins());
    }

    private static Days days(Forecast forecast, int horizon) {
        var means = new double[horizon];
        var deviations = new double[horizon];
        var windows = new double[horizon];
        for (int i = 0; i < horizon; i++) {
            means[i] = rounded(forecast.mean(i));
            deviations[i] = rounded(forecast.over(i, 1).deviation());
            windows[i] = rounded(forecast.over(0, i + 1).deviation());
        }
        var factors = forecast.weekdayFactors();
        for (int i = 0; i < factors.length; i++) {
            factors[i] = rounded(factors[i]);
        }
        return new Days(means, deviations, windows, factors);
    }

    private static @Nullable Double told(double figure) {
        return Double.isFinite(figure) ? rounded(figure) : null;
    }

    /// Four decimals: what is kept shall be readable, and nobody sells a hundred-thousandth.
    static double rounded(double value) {
        return Math.round(value * DECIMALS) / DECIMALS;
    }

    private static DemandForecast finished(Future<DemandForecast> running) {
        try {
            return running.get();
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while forecasting.", fault);
        } catch (ExecutionException fault) {
            throw new IllegalStateException("A forecast failed: %s".formatted(fault.getCause()), fault);
        }
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }
}
