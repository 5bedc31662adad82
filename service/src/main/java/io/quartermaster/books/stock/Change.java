package io.quartermaster.books.stock;

import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/// The position of one variant at one location changed; many changes in a short time are one.
///
/// @param correlation the story that changed it, a sale's before any other's
public record Change(
        VariantId variant, LocationId location, CorrelationId correlation, Instant occurredAt, Cause cause) {

    /// Of the changes of each shelf the one that matters most, shelves in the order in which they
    /// come.
    public static List<Change> coalesced(Collection<Change> changes) {
        var strongest = new LinkedHashMap<String, Change>();
        changes.forEach(
                it -> strongest.merge(it.location().value() + "|" + it.variant().value(), it, Change::stronger));
        return List.copyOf(strongest.values());
    }

    Change about(VariantId other) {
        return new Change(other, location, correlation, occurredAt, cause);
    }

    /// Of two changes the one that matters more: a sale before a signal before all else, then the
    /// newer.
    Change stronger(Change other) {
        int rank = cause.compareTo(other.cause);
        if (rank != 0) {
            return rank < 0 ? this : other;
        }
        return other.occurredAt.isBefore(occurredAt) ? this : other;
    }

    /// Why it changed, the weightiest first.
    public enum Cause {
        SALE,
        LOW_STOCK_SIGNAL,
        OTHER
    }
}
