package io.quartermaster.books.catalog;

import io.quartermaster.retail.LocationId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A place that holds stock, with its own clock and its own beginning of the day.
///
/// @param dayStart when its business day begins, by its own clock: a sale before it belongs to the
/// day before
/// @param email where its manager reads; null if unknown
public record Location(
        LocationId id,
        String name,
        ZoneId zone,
        LocalTime dayStart,
        @Nullable String email) {

    /// The business day that an instant falls on.
    public LocalDate businessDay(Instant at) {
        var there = at.atZone(zone);
        var date = there.toLocalDate();
        return there.toLocalTime().isBefore(dayStart) ? date.minusDays(1) : date;
    }

    /// When a business day begins; the day ends where the next begins, be it 23, 24 or 25 hours later.
    public Instant startOf(LocalDate businessDay) {
        return businessDay.atTime(dayStart).atZone(zone).toInstant();
    }
}
