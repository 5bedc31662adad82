package io.quartermaster.books.stock;

import io.quartermaster.journal.Entry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Which journal entry told something.
///
/// @param key the teller's own key: of two that tell the same moment, the greater is the later
/// @param at when it happened
record Told(long sequence, String correlation, String key, Instant at) {

    static Told by(Entry entry) {
        var origin = entry.event().origin();
        return new Told(entry.sequence(), entry.correlation().value(), origin.sourceKey(), micros(origin.occurredAt()));
    }

    /// As finely as the database keeps time.
    static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
