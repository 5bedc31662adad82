package io.quartermaster.journal;

import io.quartermaster.journal.BatchPlan.Head;
import io.quartermaster.journal.Submission.TellerKey;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.RetailEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The journal's twin for tests: it forgets everything at the end, and needs no database.
public final class InMemoryJournal implements Journal {

    private final Clock clock;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<TellerKey, Long> known = new HashMap<>();
    private final Map<String, CorrelationId> papers = new HashMap<>();
    private boolean busy;
    private Head head = new Head(0, Chain.beginning());

    public InMemoryJournal(Clock clock) {
        this.clock = clock;
    }

    public InMemoryJournal() {
        this(Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));
    }

    /// Appends events, each a story of its own, and gives what was recorded.
    public List<Appended> appendAll(RetailEvent... events) {
        var drafts = new ArrayList<Draft>();
        for (var event : events) {
            drafts.add(new Draft(new CorrelationId("c-" + event.origin().sourceKey()), event));
        }
        return append(drafts);
    }

    /// Lets it take nothing any more, until it is told otherwise.
    public synchronized void busy(boolean now) {
        busy = now;
    }

    /// All there is, oldest first.
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public synchronized List<Appended> append(List<Draft> drafts) {
        if (busy) {
            throw new JournalBusy("The journal takes nothing now.");
        }
        if (drafts.size() > JournalWriter.BATCH_MAX) {
            throw new IllegalArgumentException("The drafts (%d) are too many.".formatted(drafts.size()));
        }
        var items = Submission.of(drafts).items();
        var plan = new BatchPlan(head, known, papers, clock.instant());
        var answers = plan.add(items);
        plan.entries().forEach(entry -> {
            var origin = entry.event().origin();
            known.put(new TellerKey(origin.source().value(), origin.sourceKey()), entry.sequence());
        });
        plan.begun().forEach((paper, entry) -> papers.put(paper, entry.correlation()));
        entries.addAll(plan.entries());
        head = plan.head();
        return answers;
    }

    @Override
    public synchronized List<Entry> read(long after, int atMost) {
        return entries.stream()
                .filter(entry -> entry.sequence() > after)
                .limit(atMost)
                .toList();
    }

    @Override
    public synchronized long head() {
        return head.sequence();
    }

    @Override
    public synchronized List<Entry> story(CorrelationId correlation, int atMost) {
        return entries.stream()
                .filter(entry -> entry.correlation().equals(correlation))
                .limit(atMost)
                .toList();
    }

    @Override
    public synchronized Optional<Entry> find(Origin origin) {
        return entries.stream()
                .filter(entry -> entry.event().origin().source().equals(origin.source()))
                .filter(entry -> entry.event().origin().sourceKey().equals(origin.sourceKey()))
                .findFirst();
    }

    @Override
    public synchronized Optional<CorrelationId> correlationOf(String paper) {
        return Optional.ofNullable(papers.get(paper));
    }
}
