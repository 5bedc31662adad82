package io.quartermaster.demand;

import io.micrometer.core.instrument.MeterRegistry;
import io.quartermaster.books.sales.DemandHistory;
import io.quartermaster.books.sales.Sales;
import io.quartermaster.retail.LocationId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Holds forecasts against what came, before they are replaced, and watches whether they drift.
@Component
final class Outcomes {

    /// A forecast that is older says more of the night in which nobody made a new one.
    private static final int DAYS_MAX = 7;

    private static final int WATCHED_DAYS = 28;
    private static final double HIGH = 0.95;

    private final Sales sales;
    private final OutcomeStore store;
    private final Clock clock;

    Outcomes(Sales sales, OutcomeStore store, Clock clock, MeterRegistry meters) {
        this.sales = sales;
        this.store = store;
        this.clock = clock;
        meters.gauge("quartermaster.forecasts.drifting", this, Outcomes::drifting);
    }

    /// Adds what these forecasts said of the days before today, in the caller's transaction.
    void add(LocationId location, Collection<DemandForecast> ending, LocalDate today) {
        var over = ending.stream().filter(one -> one.firstDay().isBefore(today)).toList();
        if (over.isEmpty()) {
            return;
        }
        var from = today.minusDays(DAYS_MAX);
        var variants = over.stream().map(DemandForecast::variant).toList();
        var histories = sales.histories(location, variants, from, today.minusDays(1));
        var outcomes = new TreeMap<String, Outcome>();
        for (var forecast : over) {
            var history = histories.get(forecast.variant());
            if (history != null) {
                of(forecast, history)
                        .forEach(one -> outcomes.merge(one.day() + "|" + one.demandClass(), one, Outcome::plus));
            }
        }
        store.add(outcomes.values());
    }

    /// What one forecast said of each day that is known and on which there was something to sell.
    static List<Outcome> of(DemandForecast forecast, DemandHistory history) {
        return IntStream.range(0, history.days())
                .filter(day -> !history.wasWithoutStock(day))
                .filter(day -> !history.from().plusDays(day).isBefore(forecast.firstDay()))
                .mapToObj(day -> outcome(
                        forecast,
                        history.from().plusDays(day),
                        history.unitsByDay().get(day).toDouble()))
                .toList();
    }

    private static Outcome outcome(DemandForecast forecast, LocalDate day, double sold) {
        double expected = forecast.mean(day);
        return new Outcome(
                forecast.location(),
                day,
                forecast.model().demandClass(),
                1,
                expected,
                sold,
                Math.abs(expected - sold),
                sold <= forecast.quantile(day, HIGH) ? 1 : 0);
    }

    /// By location and class, of the last four weeks.
    List<ForecastAccuracy> accuracy() {
        var since = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(WATCHED_DAYS);
        Map<String, List<Outcome>> groups = store.since(since).stream()
                .collect(Collectors.groupingBy(
                        one -> one.location() + "|" + one.demandClass(), TreeMap::new, Collectors.toList()));
        return groups.values().stream().map(ForecastAccuracy::of).toList();
    }

    private double drifting() {
        return accuracy().stream().filter(ForecastAccuracy::drifts).count();
    }
}
