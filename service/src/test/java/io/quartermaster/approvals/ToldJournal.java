package io.quartermaster.approvals;

import io.quartermaster.journal.Appended;
import io.quartermaster.journal.Draft;
import io.quartermaster.journal.Entry;
import io.quartermaster.journal.InMemoryJournal;
import io.quartermaster.journal.Journal;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.RetailEvent;
import java.util.List;
import java.util.Optional;

/// The journal's twin, asked by kind of event; a test may stand in the way of its append.
public class ToldJournal implements Journal {

    private final InMemoryJournal twin = new InMemoryJournal();

    public <E extends RetailEvent> List<E> all(Class<E> kind) {
        return twin.entries().stream()
                .map(Entry::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Override
    public List<Appended> append(List<Draft> drafts) {
        return twin.append(drafts);
    }

    @Override
    public List<Entry> read(long after, int atMost) {
        return twin.read(after, atMost);
    }

    @Override
    public long head() {
        return twin.head();
    }

    @Override
    public List<Entry> story(CorrelationId correlation, int atMost) {
        return twin.story(correlation, atMost);
    }

    @Override
    public Optional<Entry> find(Origin origin) {
        return twin.find(origin);
    }

    @Override
    public Optional<CorrelationId> correlationOf(String paper) {
        return twin.correlationOf(paper);
    }
}
