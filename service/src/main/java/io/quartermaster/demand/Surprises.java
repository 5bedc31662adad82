package io.quartermaster.demand;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Location;
import io.quartermaster.books.sales.Sales;
import io.quartermaster.journal.FollowerStates;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks at what was just sold, and where a day sells more than its forecast thought possible
/// makes that one forecast anew at once: the reorder point need not wait for the day's close.
///
/// A surprise is a day that has already sold more than 99.5 of a hundred such days would sell
/// until their end, and at least two units more than expected. The forecast is refitted with
/// this day as one that asked for *at least* so much, as a day on which the shelf ran dry.
/// Sales are looked at in batches, and a variant that surprised is let alone for a while.
@Component
final class Surprises {

    private static final double HIGH = 0.995;
    private static final double UNITS_LEAST = 2;
    private static final double AGAIN = 1.25;
    private static final int BATCHES_MAX = 10;

    private final SurpriseStore store;
    private final ForecastStore forecasts;
    private final ForecastMaker maker;
    private final Sales sales;
    private final Catalog catalog;
    private final DemandSettings settings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final FollowerStates followers;
    private final Clock clock;

    Surprises(
            SurpriseStore store,
            ForecastStore forecasts,
            ForecastMaker maker,
            Sales sales,
            Catalog catalog,
            DemandSettings settings,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            FollowerStates followers,
            Clock clock) {
        this.store = store;
        this.forecasts = forecasts;
        this.maker = maker;
        this.sales = sales;
        this.catalog = catalog;
        this.settings = settings;
        this.transaction = transaction;
        this.events = events;
        this.followers = followers;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT2S")
    void look() {
        for (var id : store.locations()) {
            var location = catalog.locationOrNameless(id);
            for (int i = 0; i < BATCHES_MAX; i++) {
                var looked = transaction.execute(_ -> batch(location));
                if (looked == null || looked < settings.batch()) {
                    break;
                }
            }
        }
    }

    private int batch(Location location) {
        var now = clock.instant();
        var today = location.businessDay(now);
        var quietSince = now.minus(settings.surpriseInterval());
        var variants = store.take(location.id(), DayClose.booked(followers), quietSince, settings.batch());
        if (!variants.isEmpty()) {
            var surprising = surprising(location.id(), variants, today);
            if (!surprising.isEmpty()) {
                renew(location.id(), surprising, today);
            }
        }
        return variants.size();
    }

    /// What these have sold today, if that is a surprise.
    private Map<DemandForecast, Double> surprising(
            LocationId location, Collection<VariantId> variants, LocalDate today) {
        var sold = sales.soldSince(location, variants, today);
        var last = store.soldAtLast(location, today, variants);
        var surprising = new LinkedHashMap<DemandForecast, Double>();
        forecasts.find(location, variants).forEach((variant, forecast) -> {
            var quantity = sold.get(variant);
            double units = quantity == null ? 0 : quantity.toDouble();
            if (isSurprise(forecast, today, units) && units >= AGAIN * last.getOrDefault(variant, 0.0)) {
                surprising.put(forecast, units);
            }
        });
        return surprising;
    }

    static boolean isSurprise(DemandForecast forecast, LocalDate today, double sold) {
        return forecast.firstDay().equals(today)
                && sold >= forecast.mean(today) + UNITS_LEAST
                && sold > forecast.quantile(today, HIGH);
    }

    private void renew(LocationId location, Map<DemandForecast, Double> surprising, LocalDate today) {
        var soldToday = new HashMap<VariantId, Double>();
        surprising.forEach((before, sold) -> soldToday.put(before.variant(), sold));
        var known = new LinkedHashMap<DemandForecast, Double>();
        forecasts
                .withInputs(location, surprising.keySet())
                .forEach(before -> known.put(before, soldToday.get(before.variant())));
        var renewed = maker.surprised(location, known, today);
        var kept = new ArrayList<Surprise>();
        for (var after : renewed) {
            surprising.forEach((before, sold) -> {
                if (before.variant().equals(after.variant())) {
                    kept.add(surprise(before, after, sold, today));
                }
            });
        }
        forecasts.save(renewed);
        store.add(kept);
        events.publishEvent(new ForecastsRenewed(
                location, today, renewed.stream().map(DemandForecast::variant).toList()));
    }

    private Surprise surprise(DemandForecast before, DemandForecast after, double sold, LocalDate today) {
        var tomorrow = today.plusDays(1);
        return new Surprise(
                after.variant(),
                after.location(),
                today,
                sold,
                before.quantile(today, HIGH),
                before.mean(tomorrow),
                after.mean(tomorrow),
                clock.instant());
    }

    @Scheduled(cron = "0 37 3 * * *", zone = "UTC")
    void forget() {
        var today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
        store.forgetBefore(today.minusDays(settings.historyDays()));
    }
}
