package io.quartermaster.approvals;

import io.quartermaster.journal.Appended;
import io.quartermaster.journal.Draft;
import io.quartermaster.journal.Entry;
import io.quartermaster.journal.Journal;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.RetailEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A journal in memory that remembers what it was told, once each.
public class ToldJournal implements Journal {

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    @Override
    public synchronized List<Appended> append(List<Draft> drafts) {
        return drafts.stream().map(this::append).toList();
    }

    private Appended append(Draft draft) {
        var origin = draft.event().origin();
        var before = find(origin);
        if (before.isPresent()) {
            return new Appended.Duplicate(before.get().sequence());
        }
        var sequence = entries.size() + 1L;
        places.put(key(origin), entries.size());
        entries.add(new Entry(sequence, Instant.EPOCH, draft.correlation(), draft.event(), ""));
        return new Appended.Recorded(sequence, draft.correlation());
    }

    public synchronized <E extends RetailEvent> List<E> all(Class<E> kind) {
        return entries.stream()
                .map(Entry::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Override
    public synchronized List<Entry> read(long after, int atMost) {
        return entries.stream().skip(after).limit(atMost).toList();
    }

    @Override
    public synchronized long head() {
        return entries.size();
    }

    @Override
    public synchronized List<Entry> story(CorrelationId correlation, int atMost) {
        return entries.stream()
                .filter(it -> it.correlation().equals(correlation))
                .limit(atMost)
                .toList();
    }

    @Override
    public synchronized Optional<Entry> find(Origin origin) {
        return Optional.ofNullable(places.get(key(origin))).map(entries::get);
    }

    @Override
    public Optional<CorrelationId> correlationOf(String paper) {
        return Optional.empty();
    }

    private static String key(Origin origin) {
        return origin.source() + "/" + origin.sourceKey();
    }
}
