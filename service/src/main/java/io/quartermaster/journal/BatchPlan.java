package io.quartermaster.journal;

import io.quartermaster.journal.Submission.Item;
import io.quartermaster.journal.Submission.TellerKey;
import io.quartermaster.retail.CorrelationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one transaction will write, worked out from what is there already: which drafts are new,
/// which story each belongs to, and the chain over them.
final class BatchPlan {

    private final Chain chain = new Chain();
    private final Map<TellerKey, Long> known;
    private final Map<String, CorrelationId> papers;
    private final Instant recordedAt;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final List<byte[]> hashes = new ArrayList<>();
    private final Map<String, Entry> begun = new LinkedHashMap<>();
    private long sequence;
    private byte[] hash;

    /// @param known the sequences of those drafts that are in the journal already
    /// @param papers the stories that the drafts' papers belong to already
    BatchPlan(Head head, Map<TellerKey, Long> known, Map<String, CorrelationId> papers, Instant recordedAt) {
        this.sequence = head.sequence();
        this.hash = head.hash();
        this.known = new HashMap<>(known);
        this.papers = new HashMap<>(papers);
        this.recordedAt = recordedAt;
    }

    List<Appended> add(List<Item> drafts) {
        return drafts.stream().map(this::add).toList();
    }

    private Appended add(Item draft) {
        var there = known.get(draft.key());
        if (there != null) {
            return new Appended.Duplicate(there);
        }
        var correlation = correlation(draft);
        sequence++;
        hash = chain.next(link(draft, correlation), hash);
        var entry = new Entry(
                sequence, recordedAt, correlation, draft.event(), HexFormat.of().formatHex(hash));
        entries.add(entry);
        items.add(draft);
        hashes.add(hash);
        known.put(draft.key(), sequence);
        draft.event().paper().ifPresent(paper -> {
            if (papers.putIfAbsent(paper, correlation) == null) {
                begun.put(paper, entry);
            }
        });
        return new Appended.Recorded(sequence, correlation);
    }

    private CorrelationId correlation(Item draft) {
        return draft.event()
                .paper()
                .map(paper -> papers.getOrDefault(paper, draft.correlation()))
                .orElse(draft.correlation());
    }

    private Chain.Link link(Item draft, CorrelationId correlation) {
        return new Chain.Link(
                sequence,
                Chain.micros(recordedAt),
                Chain.bytes(draft.key().source()),
                Chain.bytes(draft.key().sourceKey()),
                Chain.bytes(draft.kind()),
                Chain.bytes(correlation.value()),
                Chain.bytes(draft.payload()));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    List<Entry> entries() {
        return entries;
    }

    List<Item> items() {
        return items;
    }

    List<byte[]> hashes() {
        return hashes;
    }

    /// The papers that begin in this batch, each with the entry that begins it.
    Map<String, Entry> begun() {
        return begun;
    }

    Head head() {
        return new Head(sequence, hash);
    }

    /// The newest entry's place and hash.
    record Head(long sequence, byte[] hash) {}
}
