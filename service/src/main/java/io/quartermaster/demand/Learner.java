package io.quartermaster.demand;

import io.quartermaster.demand.LearningStore.Learnt;
import io.quartermaster.forecasting.learner.PanelForecaster;
import io.quartermaster.forecasting.learner.PanelWindows;
import io.quartermaster.forecasting.learner.Voices;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Learns from all variants of all locations together, and moves the day's forecasts to what that
/// says. What no learner improves stays as the models made it: its own trial weighs them.
///
/// A forecast that is not of this day, was a surprise today or has little history is left alone.
@Component
class Learner {

    private final KnownSellers sellers;
    private final BookPanel books;
    private final ForecastStore store;
    private final SurpriseStore surprises;
    private final DemandSettings settings;
    private final LearnerSettings learner;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Learner(
            KnownSellers sellers,
            BookPanel books,
            ForecastStore store,
            SurpriseStore surprises,
            DemandSettings settings,
            LearnerSettings learner,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sellers = sellers;
        this.books = books;
        this.store = store;
        this.surprises = surprises;
        this.settings = settings;
        this.learner = learner;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /// Learns for one business day, and keeps what came of it.
    ///
    /// @param workers on which all of the computing is done
    Learnt learn(LocalDate day, ForkJoinPool workers) {
        var all = sellers.everywhere(learner.seriesMax());
        var read = books.read(all, day, learner, settings.batch());
        if (read.sellers().size() < learner.seriesMin()) {
            return new Learnt(read.sellers().size(), 0, "too few variants");
        }
        var panel = read.panel();
        var windows = workers.submit(() ->
                        PanelWindows.of(panel, PanelForecaster.of(Voices.ALL).forecast(panel)))
                .join();
        var byLocation = new LinkedHashMap<LocationId, Map<VariantId, Integer>>();
        for (int s = 0; s < read.sellers().size(); s++) {
            var seller = read.sellers().get(s);
            byLocation
                    .computeIfAbsent(seller.location(), _ -> new LinkedHashMap<>())
                    .put(seller.variant(), s);
        }
        int moved = 0;
        for (var place : byLocation.entrySet()) {
            requireTime(workers);
            moved += keep(place.getKey(), day, place.getValue(), windows);
        }
        return new Learnt(read.sellers().size(), panel.periods(), "moved %d forecasts".formatted(moved));
    }

    /// Who was given up shall not come with forecasts later, when others have made newer ones.
    private static void requireTime(ForkJoinPool workers) {
        if (workers.isShutdown()) {
            throw new IllegalStateException("The time for learning is over.");
        }
    }

    private int keep(LocationId location, LocalDate day, Map<VariantId, Integer> series, PanelWindows windows) {
        var variants = List.copyOf(series.keySet());
        int moved = 0;
        for (int i = 0; i < variants.size(); i += settings.batch()) {
            var part = variants.subList(i, Math.min(variants.size(), i + settings.batch()));
            var done = transaction.execute(_ -> batch(location, day, part, series, windows));
            moved += done == null ? 0 : done;
        }
        return moved;
    }

    private int batch(
            LocationId location,
            LocalDate day,
            List<VariantId> variants,
            Map<VariantId, Integer> series,
            PanelWindows windows) {
        var surprised = surprises.soldAtLast(location, day, variants);
        var moved = new ArrayList<DemandForecast>();
        store.withInputs(location, store.find(location, variants).values()).forEach(kept -> {
            var variant = kept.variant();
            var s = series.get(variant);
            if (s != null && kept.firstDay().equals(day) && !surprised.containsKey(variant)) {
                var taught = Step.Teaching.of(windows, s, kept.days().means().length);
                moved.add(Taught.by(taught, kept, clock.instant()).movedFrom(kept, taught));
            }
        });
        store.save(moved);
        if (!moved.isEmpty()) {
            events.publishEvent(new ForecastsRenewed(
                    location, day, moved.stream().map(DemandForecast::variant).toList()));
        }
        return moved.size();
    }
}
