package io.quartermaster.journal;

import io.quartermaster.retail.CorrelationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds entries for people who want to know what happened.
@Component
public class JournalSearch {

    private static final int ANSWERS_MAX = 500;

    private final JournalStore store;

    JournalSearch(JdbcClient database) {
        this.store = new JournalStore(database);
    }

    /// Entries of one kind, newest first.
    ///
    /// @param kind the simple name of the event's record, such as `SaleRecorded`
    /// @param before only entries before this sequence; `Long.MAX_VALUE` for the newest
    public List<Entry> ofKind(String kind, long before, int limit) {
        return store.ofKind(kind, before, bounded(limit));
    }

    /// Entries whose teller's own key begins like that, in the order of the keys.
    public List<Entry> ofKeysBeginningWith(String text, int limit) {
        return text.isBlank() ? List.of() : store.ofKeysBeginningWith(text.strip(), bounded(limit));
    }

    /// All entries, newest first.
    ///
    /// @param before only entries before this sequence; `Long.MAX_VALUE` for the newest
    public List<Entry> newest(long before, int limit) {
        return store.newest(before, bounded(limit));
    }

    /// The stories that something happened in lately, newest first. Only the last few hundred entries
    /// are looked at.
    public List<StoryLine> newestStories(int limit) {
        var lines = new ArrayList<StoryLine>();
        var places = new HashMap<CorrelationId, Integer>();
        for (var entry : store.newest(Long.MAX_VALUE, ANSWERS_MAX)) {
            var place = places.putIfAbsent(entry.correlation(), lines.size());
            if (place == null) {
                lines.add(new StoryLine(entry.correlation(), kind(entry), entry.recordedAt(), entry.sequence(), 1));
            } else {
                lines.set(place, lines.get(place).oneMore());
            }
        }
        return List.copyOf(lines.subList(0, Math.min(bounded(limit), lines.size())));
    }

    private static String kind(Entry entry) {
        return EventCodec.kind(entry.event());
    }

    private static int bounded(int limit) {
        return Math.clamp(limit, 1, ANSWERS_MAX);
    }

    /// A story in one line.
    ///
    /// @param lastKind what happened last in it
    /// @param entries how many of the entries that were looked at belong to it
    public record StoryLine(
            CorrelationId correlation, String lastKind, Instant lastRecordedAt, long lastSequence, int entries) {

        StoryLine oneMore() {
            return new StoryLine(correlation, lastKind, lastRecordedAt, lastSequence, entries + 1);
        }
    }
}
