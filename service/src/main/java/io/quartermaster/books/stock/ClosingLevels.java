package io.quartermaster.books.stock;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.VariantId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How much was on hand at the end of each business day.
///
/// @param knownFrom the first day of which the level is known: by a report, a count or goods that
/// came in; null if nobody ever told
/// @param from the first day of the list
/// @param opening on hand at the start of the first day
/// @param byDay on hand at the end of each day, the first day first
public record ClosingLevels(
        VariantId variant,
        LocationId location,
        @Nullable LocalDate knownFrom,
        LocalDate from,
        Quantity opening,
        List<Quantity> byDay) {

    public ClosingLevels {
        byDay = List.copyOf(byDay);
    }

    /// On hand at the start of a day of the list.
    public Quantity openingOf(int day) {
        return day == 0 ? opening : byDay.get(day - 1);
    }

    public boolean isKnown(int day) {
        return knownFrom != null && !from.plusDays(day).isBefore(knownFrom);
    }
}
