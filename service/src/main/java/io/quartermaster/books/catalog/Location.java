package io.quartermaster.books.catalog;

import io.quartermaster.retail.LocationId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// A place that holds stock, with its own clock and its own beginning of the day.
///
/// @param dayStart when its business day begins, by its own clock: a sale before it belongs to
/// the day before
/// @param email where its manager reads; null if unknown
public record Location(
        LocationId id,
        String name,
        ZoneId zone,
        LocalTime dayStart,
        @Nullable String email) {

    /// The business day that an instant falls on: the one that has begun last.
    public LocalDate businessDay(Instant at) {
        var date = at.atZone(zone).toLocalDate();
        return at.isBefore(startOf(date)) ? date.minusDays(1) : date;
    }

    /// When a business day begins; the day ends where the next begins, be it 23, 24 or 25 hours
    /// later.
    public Instant startOf(LocalDate businessDay) {
        return ZonedDateTime.of(businessDay, dayStart, zone).toInstant();
    }
}
