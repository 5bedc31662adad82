package io.quartermaster.dashboard;

import io.quartermaster.journal.Entry;
import java.util.List;
import org.springframework.stereotype.Component;

/// Makes steps of the journal's entries.
@Component
class Steps {

    private static final int HASH_SHOWN = 12;

    private final Told told;

    Steps(Told told) {
        this.told = told;
    }

    String what(Entry entry) {
        return told.of(entry.event()).what();
    }

    Step of(Entry entry, Words words) {
        return of(entry, List.of(), "", words);
    }

    /// @param renewals the entries that say the same anew
    Step of(Entry entry, List<Entry> renewals, String gap, Words words) {
        var line = told.of(entry.event());
        return new Step(
                Words.number(entry.sequence()),
                line.icon(),
                line.tone(),
                line.what(),
                words.spoken(line.detail()),
                since(renewals, words),
                entry.event().origin().source().value(),
                words.time(entry.recordedAt()),
                words.exact(entry.recordedAt()),
                gap,
                Links.story(entry.correlation()),
                entry.hash().substring(0, HASH_SHOWN));
    }

    private String since(List<Entry> renewals, Words words) {
        if (renewals.isEmpty()) {
            return "";
        }
        var newest = renewals.getLast();
        var line = told.of(newest.event());
        return words.spoken("Suggested anew %s, the last time %s. %s: %s"
                .formatted(
                        renewals.size() == 1 ? "once" : renewals.size() + " times",
                        words.time(newest.recordedAt()),
                        line.what(),
                        line.detail()));
    }
}
