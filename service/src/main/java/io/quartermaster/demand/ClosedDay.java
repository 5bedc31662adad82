package io.quartermaster.demand;

import io.quartermaster.books.catalog.Catalog;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// The business day that all locations have reached, once all forecasts are of it.
final class ClosedDay {

    private ClosedDay() {}

    static Optional<LocalDate> of(ForecastStore store, Catalog catalog, Instant now) {
        var oldest = store.oldest();
        var day = oldest.keySet().stream()
                .map(id -> catalog.locationOrNameless(id).businessDay(now))
                .min(LocalDate::compareTo);
        boolean allMade = day.isPresent() && oldest.values().stream().noneMatch(one -> one.isBefore(day.get()));
        return allMade ? day : Optional.empty();
    }
}
