package io.quartermaster.demand;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.demand.LearningStore.Learnt;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Says when it is time to learn: once a business day, when the day has closed at all locations
/// and all forecasts were made anew.
///
/// One instance learns, the others leave it alone: it holds a lease. A night that fails, or
/// takes too long, leaves the forecasts as the models made them, and the next night begins
/// anew.
@Component
class NightSchool implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(NightSchool.class);
    private static final int OUTCOME_LENGTH_MAX = 500;

    private final Learner learner;
    private final LearningStore nights;
    private final ForecastStore store;
    private final Catalog catalog;
    private final LearnerSettings settings;
    private final DemandSettings demand;
    private final Clock clock;
    private final AtomicBoolean learning = new AtomicBoolean();

    NightSchool(
            Learner learner,
            LearningStore nights,
            ForecastStore store,
            Catalog catalog,
            LearnerSettings settings,
            DemandSettings demand,
            Clock clock) {
        this.learner = learner;
        this.nights = nights;
        this.store = store;
        this.catalog = catalog;
        this.settings = settings;
        this.demand = demand;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT60S")
    void look() {
        if (settings.enabled() && learning.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("learner").start(() -> {
                try {
                    learnIfDue();
                } finally {
                    learning.set(false);
                }
            });
        }
    }

    /// @return what came of it; empty if it was not the time
    Optional<Learnt> learnIfDue() {
        var day = store.dayOfAll(catalog, clock.instant());
        if (day.isEmpty()
                || nights.longHistories(settings.historyDaysMin()) < settings.seriesMin()
                || !nights.begin(day.get(), settings.timeLimit().multipliedBy(2), settings.rest())) {
            return Optional.empty();
        }
        var learnt = learn(day.get());
        nights.end(day.get(), learnt);
        LOG.info("Learnt from {} variants for {}: {}.", learnt.series(), day.get(), learnt.outcome());
        return Optional.of(learnt);
    }

    private Learnt learn(LocalDate day) {
        var watch = new ForkJoinPool(1);
        var workers = new ForkJoinPool(demand.threads());
        try {
            return watch.submit(() -> learner.learn(day, workers))
                    .get(settings.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException fault) {
            LOG.warn("Learning for {} took longer than {}: the forecasts stay.", day, settings.timeLimit(), fault);
            return new Learnt(0, 0, "given up after %s".formatted(settings.timeLimit()));
        } catch (ExecutionException fault) {
            LOG.warn("Learning for {} failed: the forecasts stay.", day, fault);
            return new Learnt(0, 0, shortened("failed: %s".formatted(fault.getCause())));
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            return new Learnt(0, 0, "interrupted");
        } finally {
            watch.shutdownNow();
            workers.shutdownNow();
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), OUTCOME_LENGTH_MAX));
    }

    @Override
    public void destroy() {
        learning.set(true);
    }
}
