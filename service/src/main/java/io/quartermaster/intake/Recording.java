package io.quartermaster.intake;

import io.quartermaster.connectors.Translation.Told;
import io.quartermaster.connectors.Translation.Translated;
import io.quartermaster.intake.Translating.Read;
import io.quartermaster.journal.Appended.Recorded;
import io.quartermaster.journal.Draft;
import io.quartermaster.journal.Journal;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.PersonalData;
import io.quartermaster.retail.RetailEvent;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import io.quartermaster.retail.SubjectId;
import io.quartermaster.vault.Vault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Swaps persons for subjects, and appends what was understood to the journal.
@Component
class Recording {

    private static final int APPEND_MAX = 1_000;

    private final Vault vault;
    private final Journal journal;

    Recording(Vault vault, Journal journal) {
        this.vault = vault;
        this.journal = journal;
    }

    /// Records all, durably.
    ///
    /// @return how many new entries each message made, by the message's id
    Map<Long, Integer> record(List<Read> reads) {
        var subjects = subjects(reads);
        var drafts = new ArrayList<Draft>();
        var messages = new ArrayList<Long>();
        for (var read : reads) {
            var correlation = new CorrelationId(read.message().correlation());
            for (var told : told(read)) {
                drafts.add(new Draft(correlation, withoutPerson(told, subjects)));
                messages.add(read.message().id());
            }
        }
        return append(drafts, messages);
    }

    private Map<Long, Integer> append(List<Draft> drafts, List<Long> messages) {
        var fresh = new HashMap<Long, Integer>();
        for (var from = 0; from < drafts.size(); from += APPEND_MAX) {
            var part = drafts.subList(from, Math.min(drafts.size(), from + APPEND_MAX));
            var appended = journal.append(part);
            for (var i = 0; i < appended.size(); i++) {
                if (appended.get(i) instanceof Recorded) {
                    fresh.merge(messages.get(from + i), 1, Integer::sum);
                }
            }
        }
        return fresh;
    }

    private Map<PersonalData, SubjectId> subjects(List<Read> reads) {
        var persons = reads.stream()
                .flatMap(read -> told(read).stream())
                .map(Told::person)
                .filter(Objects::nonNull)
                .toList();
        var found = new IdentityHashMap<PersonalData, SubjectId>();
        if (persons.isEmpty()) {
            return found;
        }
        var subjects = vault.subjectsOf(persons);
        for (var i = 0; i < persons.size(); i++) {
            var person = persons.get(i);
            subjects.get(i).ifPresent(subject -> found.put(person, subject));
        }
        return found;
    }

    private static List<Told> told(Read read) {
        return read.translation() instanceof Translated(var told) ? told : List.of();
    }

    private static RetailEvent withoutPerson(Told told, Map<PersonalData, SubjectId> subjects) {
        var person = told.person();
        var subject = person == null ? null : subjects.get(person);
        return subject != null && told.event() instanceof SaleRecorded sale ? sale.by(subject) : told.event();
    }
}
