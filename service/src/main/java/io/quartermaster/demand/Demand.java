package io.quartermaster.demand;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// What will be asked for: a forecast per variant and location, kept, and made anew after each
/// business day.
///
/// A sale does not make a forecast anew. Who decides on a sale takes the kept one, and looks at
/// how far the sale is from what was foreseen.
@Component
public class Demand {

    private final ForecastStore store;
    private final ForecastMaker maker;
    private final Outcomes outcomes;
    private final ForecastReplays replays;
    private final WindowLevelsStore levels;
    private final Catalog catalog;
    private final Clock clock;

    Demand(
            ForecastStore store,
            ForecastMaker maker,
            Outcomes outcomes,
            ForecastReplays replays,
            WindowLevelsStore levels,
            Catalog catalog,
            Clock clock) {
        this.store = store;
        this.maker = maker;
        this.outcomes = outcomes;
        this.replays = replays;
        this.levels = levels;
        this.catalog = catalog;
        this.clock = clock;
    }

    /// The newest forecast that is kept, however old.
    public Optional<DemandForecast> forecast(VariantId variant, LocationId location) {
        return Optional.ofNullable(forecasts(location, List.of(variant)).get(variant));
    }

    /// The newest forecasts that are kept, however old; variants that have none are left out.
    public Map<VariantId, DemandForecast> forecasts(LocationId location, Collection<VariantId> variants) {
        return asked(store.find(location, variants));
    }

    /// The forecast of this business day, made now if it was not made yet.
    public DemandForecast forecastNow(VariantId variant, LocationId location) {
        var forecast = forecastsNow(location, List.of(variant)).get(variant);
        if (forecast == null) {
            throw new IllegalStateException("No forecast was made of %s at %s.".formatted(variant, location));
        }
        return forecast;
    }

    /// The forecasts of this business day, those made now that were not made yet.
    public Map<VariantId, DemandForecast> forecastsNow(LocationId location, Collection<VariantId> variants) {
        var today = today(location);
        return completed(location, variants, kept -> kept.firstDay().isBefore(today), today);
    }

    /// The newest forecasts that are kept, however old; those made now that were never made.
    public Map<VariantId, DemandForecast> forecastsAtHand(LocationId location, Collection<VariantId> variants) {
        return completed(location, variants, _ -> false, today(location));
    }

    /// How good forecasts were in the last four weeks, by location and class of demand: each was held
    /// against what came when its day was over.
    public List<ForecastAccuracy> accuracy() {
        return outcomes.accuracy();
    }

    /// What some days are made of in the forecast that was the newest at some time; days before it
    /// began and beyond its horizon are left out. Empty if its inputs are no longer kept, or an
    /// earlier release made it: the next one will say.
    public Optional<MadeOf> madeOf(VariantId variant, LocationId location, Instant at, LocalDate from, int days) {
        return replays.madeOf(variant, location, at, from, days)
                .or(() -> forecast(variant, location)
                        .filter(newest -> !newest.madeAt().isAfter(at))
                        .map(newest -> PlainReasons.of(newest, from, days)));
    }

    /// The forecast that was the newest at some time, made again from what it was made from, and
    /// compared. Empty if that is not kept: see the settings for how long it is.
    public Optional<ForecastReplay> replay(VariantId variant, LocationId location, Instant at) {
        return replays.replay(
                variant, location, at, store.find(location, List.of(variant)).get(variant));
    }

    private Map<VariantId, DemandForecast> completed(
            LocationId location, Collection<VariantId> variants, Predicate<DemandForecast> tooOld, LocalDate today) {
        var forecasts = new LinkedHashMap<>(store.find(location, variants));
        forecasts.values().removeIf(tooOld);
        var missing = new ArrayList<>(variants);
        missing.removeAll(forecasts.keySet());
        if (!missing.isEmpty()) {
            var made = maker.make(location, missing, today);
            store.save(made);
            made.forEach(forecast -> forecasts.put(forecast.variant(), forecast));
        }
        return asked(forecasts);
    }

    /// Windows are asked at the levels that were learnt last.
    private Map<VariantId, DemandForecast> asked(Map<VariantId, DemandForecast> found) {
        if (found.isEmpty()) {
            return found;
        }
        var learnt = levels.newest();
        var asked = new LinkedHashMap<VariantId, DemandForecast>();
        found.forEach((variant, forecast) -> asked.put(variant, forecast.at(learnt)));
        return asked;
    }

    private LocalDate today(LocationId location) {
        return catalog.locationOrNameless(location).businessDay(clock.instant());
    }
}
