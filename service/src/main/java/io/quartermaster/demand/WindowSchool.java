package io.quartermaster.demand;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.sales.Sales;
import io.quartermaster.demand.KnownSellers.Seller;
import io.quartermaster.forecasting.Forecaster;
import io.quartermaster.forecasting.Frequency;
import io.quartermaster.forecasting.TailLearning;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Learns from the past of all variants together how far the levels of windows must be moved so
/// that a reorder point covers as many cycles as it promises.
///
/// Once a business day, when all forecasts of it are made. Of many variants it looks at some
/// hundred, spread evenly; two instances that learn at once learn the same.
@Component
class WindowSchool {

    private static final Logger LOG = LoggerFactory.getLogger(WindowSchool.class);
    private static final int SERIES_MIN = 20;
    private static final int HISTORY_DAYS_MIN = 182;
    private static final Duration REST = Duration.ofMinutes(10);

    private final KnownSellers sellers;
    private final Sales sales;
    private final ForecastStore forecasts;
    private final WindowLevelsStore store;
    private final Catalog catalog;
    private final DemandSettings settings;
    private final Clock clock;

    WindowSchool(
            KnownSellers sellers,
            Sales sales,
            ForecastStore forecasts,
            WindowLevelsStore store,
            Catalog catalog,
            DemandSettings settings,
            Clock clock) {
        this.sellers = sellers;
        this.sales = sales;
        this.forecasts = forecasts;
        this.store = store;
        this.catalog = catalog;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT45S")
    void look() {
        if (settings.windowLevels()) {
            learnIfDue();
        }
    }

    /// @return from how many windows was learnt; zero if it was not the time, or too little is known
    long learnIfDue() {
        var day = forecasts.dayOfAll(catalog, clock.instant());
        if (day.isEmpty() || !store.isDue(day.get(), REST)) {
            return 0;
        }
        var known = sellers.spread(HISTORY_DAYS_MIN, TailLearning.SERIES_MOST);
        if (known.size() < SERIES_MIN) {
            return 0;
        }
        var learning = learn(known, day.get());
        store.keep(day.get(), clock.instant(), known.size(), learning.windows(), learning.calibration());
        store.forgetBefore(day.get().minusDays(settings.decidedInputsDays()));
        LOG.info("Learnt from {} windows of {} variants at which levels to ask.", learning.windows(), known.size());
        return learning.windows();
    }

    private TailLearning learn(List<Seller> known, LocalDate today) {
        var learning = new TailLearning(Frequency.DAILY);
        for (int i = 0; i < known.size(); ) {
            var location = known.get(i).location();
            int end = i;
            while (end < known.size()
                    && end - i < settings.batch()
                    && known.get(end).location().equals(location)) {
                end++;
            }
            var variants = known.subList(i, end).stream().map(Seller::variant).toList();
            sales.histories(location, variants, today.minusDays(settings.historyDays()), today.minusDays(1))
                    .values()
                    .forEach(history -> Forecaster.standard()
                            .forecast(ForecastMaker.series(history, today), settings.horizonDays(), learning));
            i = end;
        }
        return learning;
    }
}
