package io.quartermaster.demand;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.demand.TotalsStore.Making;
import java.time.Clock;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Says when it is time to make totals: when all locations have closed their day and all
/// forecasts are made, and again when a night of learning, a surprise or late news changed some.
///
/// One instance makes them, the others leave it alone: it holds a lease. Who fails leaves the
/// totals as they were, and they say how old they are.
@Component
class TotalsRound {

    private static final Logger LOG = LoggerFactory.getLogger(TotalsRound.class);

    private final TotalsMaker maker;
    private final TotalsStore store;
    private final ForecastStore forecasts;
    private final Catalog catalog;
    private final TotalsSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TotalsRound(
            TotalsMaker maker,
            TotalsStore store,
            ForecastStore forecasts,
            Catalog catalog,
            TotalsSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.maker = maker;
        this.store = store;
        this.forecasts = forecasts;
        this.catalog = catalog;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT20S")
    void look() {
        if (settings.enabled()) {
            makeIfDue();
        }
    }

    /// @return how many were made; empty if it was not the time
    OptionalInt makeIfDue() {
        var day = forecasts.dayOfAll(catalog, clock.instant());
        return day.isEmpty() ? OptionalInt.empty() : make(day.get());
    }

    /// Who fails keeps the lease until it runs out: then is soon enough to try again.
    private OptionalInt make(LocalDate day) {
        var attempt = store.begin(day, settings.timeLimit(), settings.rest());
        if (attempt.isEmpty()) {
            return OptionalInt.empty();
        }
        var made = new Making(day, clock.instant());
        var totals = maker.make(day);
        var kept = transaction.execute(_ -> store.replace(attempt.get(), made, totals));
        LOG.debug("Made {} totals for {}, kept: {}.", totals.size(), day, kept);
        return Boolean.TRUE.equals(kept) ? OptionalInt.of(totals.size()) : OptionalInt.empty();
    }
}
