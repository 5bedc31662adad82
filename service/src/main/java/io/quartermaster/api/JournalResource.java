package io.quartermaster.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quartermaster.journal.CanonicalJson;
import io.quartermaster.journal.Entry;
import io.quartermaster.journal.Journal;
import io.quartermaster.journal.JournalSearch;
import io.quartermaster.retail.CorrelationId;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What happened, as it was written down.
@RestController
@Tag(name = "journal")
final class JournalResource {

    /// The search gives five hundred at most, one of which tells us whether the list goes on.
    private static final int LIMIT_MAX = 499;

    private static final int STORY_MAX = 5_000;

    private final Journal journal;
    private final JournalSearch search;

    JournalResource(Journal journal, JournalSearch search) {
        this.journal = journal;
        this.search = search;
    }

    /// One entry.
    ///
    /// @param event its canonical text, which is what the hash covers
    record EntryView(
            long sequence,
            @JsonProperty("recorded_at") Instant recordedAt,
            String correlation,
            String kind,
            @JsonRawValue @Schema(type = "object") String event,
            String hash) {

        static EntryView of(Entry entry) {
            return new EntryView(
                    entry.sequence(),
                    entry.recordedAt(),
                    entry.correlation().value(),
                    entry.event().getClass().getSimpleName(),
                    CanonicalJson.write(entry.event()),
                    entry.hash());
        }
    }

    /// The whole story of a correlation, oldest first; or, newest first, entries of one kind, or all.
    @GetMapping("/v1/journal")
    Page<EntryView> entries(
            @RequestParam(defaultValue = "") String correlation,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = Page.LIMIT_USUAL) int limit) {
        if (!correlation.isEmpty()) {
            var id = Asked.read("correlation", () -> new CorrelationId(correlation));
            return Page.whole(
                    journal.story(id, STORY_MAX).stream().map(EntryView::of).toList());
        }
        var place = Page.open(cursor);
        long before = place.isEmpty() ? Long.MAX_VALUE : Asked.read("cursor", () -> Long.valueOf(place));
        var rows = newest(kind, before, Page.limit(limit, LIMIT_MAX) + 1);
        return Page.of(rows, limit, EntryView::of, entry -> String.valueOf(entry.sequence()));
    }

    private List<Entry> newest(String kind, long before, int limit) {
        return kind.isEmpty() ? search.newest(before, limit) : search.ofKind(kind, before, limit);
    }
}
