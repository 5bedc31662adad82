package io.quartermaster.journal;

import static io.quartermaster.journal.SampleEvents.draft;
import static io.quartermaster.journal.SampleEvents.moved;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quartermaster.TestDatabase;
import io.quartermaster.retail.CorrelationId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresJournalTests extends JournalContract {

    private static final int CALLERS = 16;
    private static final int CALLS = 40;

    private final DataSource database = TestDatabase.fresh();
    private final PostgresJournal journal = open(database);
    private final PostgresJournal otherInstance = open(database);

    static PostgresJournal open(DataSource database) {
        return new PostgresJournal(database, Clock.systemUTC(), JournalSettings.USUAL, new SimpleMeterRegistry());
    }

    @AfterEach
    void close() {
        journal.close();
        otherInstance.close();
    }

    @Override
    protected Journal journal() {
        return journal;
    }

    /// Two instances, sixteen callers each, and every key is told by two of them.
    @Test
    void countsOnceWhatManyTellAtTheSameTime() throws Exception {
        var calls = new ArrayList<Callable<List<Appended>>>();
        for (var caller = 0; caller < CALLERS; caller++) {
            for (var call = 0; call < CALLS; call++) {
                var drafts = List.of(draft("c", moved("k-%d-%d".formatted(caller / 2, call))));
                var to = caller % 2 == 0 ? journal : otherInstance;
                calls.add(() -> to.append(drafts));
            }
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).hasSize(1);
            }
        }

        assertThat(readAll(journal))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, (long) CALLERS * CALLS / 2)
                        .boxed()
                        .toList());
        assertThat(journal.story(new CorrelationId("c"), 5_000))
                .extracting(entry -> entry.event().origin().sourceKey())
                .hasSize(CALLERS * CALLS / 2)
                .doesNotHaveDuplicates();
        assertThat(new JournalAudit(database).verify()).isInstanceOf(JournalAudit.Intact.class);
    }

    @Test
    void readsWhatAnotherInstanceWrote() {
        journal.append(List.of(draft("c-1", moved("k-1"))));
        otherInstance.append(List.of(draft("c-2", moved("k-2"))));
        journal.append(List.of(draft("c-3", moved("k-3"))));

        assertThat(readAll(journal)).containsExactly(1L, 2L, 3L);
        assertThat(readAll(otherInstance)).containsExactly(1L, 2L, 3L);
    }

    /// PostgreSQL refuses the character 0 in a text: that caller hears of it, and nobody else.
    @Test
    void doesNotLetAPoisonousDraftHurtItsNeighbours() throws Exception {
        var calls = IntStream.range(0, 60)
                .<Callable<String>>mapToObj(i -> () -> append(i == 30 ? "k-\u0000" : "k-" + i))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<String>();
            for (var answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            assertThat(answers).filteredOn("recorded"::equals).hasSize(59);
        }
        assertThat(journal.head()).isEqualTo(59);
    }

    private String append(String key) {
        try {
            return journal.append(List.of(draft("c", moved(key)))).size() == 1 ? "recorded" : "lost";
        } catch (JournalBusy refused) {
            return "refused";
        }
    }

    private static List<Long> readAll(Journal journal) {
        var sequences = new ArrayList<Long>();
        var batch = journal.read(0, 10);
        while (!batch.isEmpty()) {
            batch.forEach(entry -> sequences.add(entry.sequence()));
            batch = journal.read(sequences.getLast(), 10);
        }
        return sequences;
    }
}
