package io.quartermaster.journal;

import static io.quartermaster.journal.SampleEvents.draft;
import static io.quartermaster.journal.SampleEvents.moved;
import static io.quartermaster.journal.SampleEvents.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quartermaster.journal.Appended.Duplicate;
import io.quartermaster.journal.Appended.Recorded;
import io.quartermaster.retail.CorrelationId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every journal owes those who write to it and read from it.
public abstract class JournalContract {

    /// The journal to be tested, with nothing in it.
    protected abstract Journal journal();

    @Test
    void numbersEntriesWithoutAGap() {
        journal().append(List.of(draft("c-1", moved("k-1")), draft("c-2", moved("k-2"))));
        journal().append(List.of(draft("c-3", moved("k-3"))));

        assertThat(journal().read(0, 10)).extracting(Entry::sequence).containsExactly(1L, 2L, 3L);
        assertThat(journal().head()).isEqualTo(3);
    }

    @Test
    void givesBackEveryKindOfEventAsItWas() {
        var events = SampleEvents.oneOfEach();

        journal().append(events.stream().map(event -> draft("c", event)).toList());

        assertThat(journal().read(0, 100)).extracting(Entry::event).containsExactlyElementsOf(events);
    }

    @Test
    void countsOnceWhatIsToldTwice() {
        var first = journal().append(List.of(draft("c-1", moved("k-1")), draft("c-1", moved("k-2"))));
        var again = journal().append(List.of(draft("c-9", moved("k-2")), draft("c-9", moved("k-3"))));

        assertThat(first).hasOnlyElementsOfType(Recorded.class);
        assertThat(again).containsExactly(new Duplicate(2), new Recorded(3, new CorrelationId("c-9")));
        assertThat(journal().head()).isEqualTo(3);
    }

    @Test
    void countsOnceWhatIsToldTwiceInOneBreath() {
        var answers = journal().append(List.of(draft("c-1", moved("k-1")), draft("c-2", moved("k-1"))));

        assertThat(answers).containsExactly(new Recorded(1, new CorrelationId("c-1")), new Duplicate(1));
    }

    @Test
    void letsAnEventJoinTheStoryThatItsPaperBeganWith() {
        journal().append(List.of(draft("sale", sent("k-1", "PO-1")), draft("other", sent("k-2", "PO-2"))));

        var answers = journal().append(List.of(draft("dock", sent("k-3", "PO-1"))));

        assertThat(answers).containsExactly(new Recorded(3, new CorrelationId("sale")));
        assertThat(journal().story(new CorrelationId("sale"), 10))
                .extracting(Entry::sequence)
                .containsExactly(1L, 3L);
        assertThat(journal().correlationOf("purchase-order/PO-2")).contains(new CorrelationId("other"));
        assertThat(journal().correlationOf("purchase-order/PO-3")).isEmpty();
    }

    @Test
    void letsAnEventJoinAPaperThatBeganInTheSameBreath() {
        journal().append(List.of(draft("sale", sent("k-1", "PO-1")), draft("dock", sent("k-2", "PO-1"))));

        assertThat(journal().story(new CorrelationId("sale"), 10)).hasSize(2);
    }

    @Test
    void findsAnEntryByItsTellersKey() {
        journal().append(List.of(draft("c-1", moved("k-1"))));

        assertThat(journal().find(SampleEvents.origin("k-1")))
                .map(Entry::sequence)
                .contains(1L);
        assertThat(journal().find(SampleEvents.origin("k-2"))).isEmpty();
    }

    @Test
    void readsOnFromABookmarkInBoundedSteps() {
        for (var i = 1; i <= 5; i++) {
            journal().append(List.of(draft("c-" + i, moved("k-" + i))));
        }

        assertThat(journal().read(2, 2)).extracting(Entry::sequence).containsExactly(3L, 4L);
        assertThat(journal().read(5, 2)).isEmpty();
    }

    @Test
    void chainsEachEntryToTheOneBefore() {
        journal().append(List.of(draft("c-1", moved("k-1"))));
        journal().append(List.of(draft("c-2", moved("k-2"))));

        assertThat(journal().read(0, 2))
                .extracting(Entry::hash)
                .doesNotHaveDuplicates()
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void refusesMoreThanItCanCommitAtOnce() {
        var tooMany = Collections.nCopies(1_001, draft("c", moved("k")));

        assertThatIllegalArgumentException().isThrownBy(() -> journal().append(tooMany));
    }
}
