package io.quartermaster.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The entries that this instance appended last, so that its followers need not read back what
/// they have just written. Another instance's entries are not here: what is missing is read
/// from the database.
final class RecentEntries {

    private static final int SIZE = 8192;

    private final AtomicReferenceArray<Entry> ring = new AtomicReferenceArray<>(SIZE);
    private volatile long newest;

    /// To be called in order, and only with what is committed.
    void add(List<Entry> entries) {
        for (var entry : entries) {
            ring.set(place(entry.sequence()), entry);
            newest = entry.sequence();
        }
    }

    /// The entries right after that sequence, if they are here without a gap; empty if one is missing
    /// before our own newest: then the database can give more at once.
    List<Entry> after(long sequence, int atMost) {
        var found = new ArrayList<Entry>();
        for (var next = sequence + 1; found.size() < Math.min(atMost, SIZE); next++) {
            var entry = ring.get(place(next));
            if (entry == null || entry.sequence() != next) {
                return next <= newest ? List.of() : found;
            }
            found.add(entry);
        }
        return found;
    }

    private static int place(long sequence) {
        return (int) (sequence % SIZE);
    }
}
