package io.quartermaster.demand;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Location;
import io.quartermaster.journal.FollowerState;
import io.quartermaster.journal.FollowerStates;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes all forecasts of a location anew when its business day is over, batch by batch.
///
/// The old forecasts are the list of what is left to do: a batch that fails is done again, and
/// several instances share the work.
@Component
final class DayClose {

    private static final int BATCHES_MAX = 1_000;
    private static final String SALES_BOOK = "sales";

    private final ForecastStore store;
    private final ForecastMaker maker;
    private final Outcomes outcomes;
    private final Catalog catalog;
    private final DemandSettings settings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final FollowerStates followers;
    private final Clock clock;

    DayClose(
            ForecastStore store,
            ForecastMaker maker,
            Outcomes outcomes,
            Catalog catalog,
            DemandSettings settings,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            FollowerStates followers,
            Clock clock) {
        this.store = store;
        this.maker = maker;
        this.outcomes = outcomes;
        this.catalog = catalog;
        this.settings = settings;
        this.transaction = transaction;
        this.events = events;
        this.followers = followers;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5S")
    void renew() {
        store.oldest().forEach((id, oldest) -> {
            var location = catalog.locationOrNameless(id);
            if (oldest.isBefore(location.businessDay(clock.instant()))) {
                renew(location);
            }
        });
    }

    private void renew(Location location) {
        for (int i = 0; i < BATCHES_MAX; i++) {
            var renewed = transaction.execute(_ -> batch(location));
            if (renewed == null || renewed.isEmpty()) {
                return;
            }
        }
    }

    private List<?> batch(Location location) {
        var today = location.businessDay(clock.instant());
        var late = store.takeLate(location.id(), booked(followers), settings.batch());
        var variants = new LinkedHashSet<>(store.find(location.id(), late).keySet());
        variants.addAll(store.takeOld(location.id(), today, settings.batch()));
        if (!variants.isEmpty()) {
            outcomes.add(location.id(), store.find(location.id(), variants).values(), today);
            store.save(maker.make(location.id(), variants, today));
            events.publishEvent(new ForecastsRenewed(location.id(), today, List.copyOf(variants)));
        }
        return List.copyOf(variants);
    }

    /// How far the sales book has read: before that it would give half a history, or half a day.
    static long booked(FollowerStates followers) {
        return followers.all().stream()
                .filter(follower -> follower.id().equals(SALES_BOOK))
                .mapToLong(FollowerState::bookmark)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }
}
