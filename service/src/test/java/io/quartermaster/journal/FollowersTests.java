package io.quartermaster.journal;

import static io.quartermaster.journal.SampleEvents.draft;
import static io.quartermaster.journal.SampleEvents.moved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quartermaster.TestDatabase;
import io.quartermaster.journal.FollowerState.Status;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class FollowersTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DataSource source = TestDatabase.fresh();
    private final JdbcClient database = JdbcClient.create(source);
    private final PostgresJournal journal = PostgresJournalTests.open(source);
    private final List<Followers> running = new ArrayList<>();

    @BeforeEach
    void makeABook() {
        database.sql("CREATE TABLE book (follower text, sequence bigint)").update();
    }

    @AfterEach
    void stop() {
        running.forEach(Followers::stop);
        journal.close();
    }

    @Test
    void readTheWholeJournalOnceAndInOrder() {
        write(1, 1_200);
        follow(new Book("stock"));
        await().atMost(PATIENCE).until(() -> bookOf("stock").size() >= 1_200);
        write(1_201, 1_300);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(bookOf("stock"))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 1_300).boxed().toList()));
    }

    @Test
    void countAnEntryOnceThoughTheFollowerFallsAfterWriting() {
        var falls = new AtomicBoolean(true);
        write(1, 100);
        follow(new Book("stock") {
            @Override
            public void follow(List<Entry> entries) {
                super.follow(entries);
                if (falls.getAndSet(false)) {
                    throw new IllegalStateException("the power went");
                }
            }
        });

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(bookOf("stock"))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 100).boxed().toList()));
    }

    @Test
    void stopAtAnEntryThatCannotBeTakenAndLeaveTheOthersAlone() {
        write(1, 100);
        var followers = follow(new Poisoned("sales", 42), new Book("stock"));

        await().atMost(PATIENCE)
                .until(() -> bookOf("stock").size() == 100 && bookOf("sales").size() == 41);
        await().atMost(PATIENCE).until(() -> state(followers, "sales").status() == Status.STOPPED);
        assertThat(state(followers, "sales"))
                .isEqualTo(new FollowerState(
                        "sales", 41, 59, Status.STOPPED, "IllegalStateException: entry 42 is poison", 42));
        assertThat(state(followers, "stock").lag()).isZero();
    }

    @Test
    void goOnWhereTheyStoppedOnceTheyAreMended() {
        write(1, 50);
        var broken = follow(new Poisoned("sales", 42));
        await().atMost(PATIENCE).until(() -> bookOf("sales").size() == 41);
        broken.stop();

        follow(new Book("sales"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(bookOf("sales"))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 50).boxed().toList()));
    }

    @Test
    void doNoDoubleWorkInTwoInstances() {
        write(1, 500);
        follow(new Book("stock"));
        follow(new Book("stock"));
        for (var i = 0; i < 20; i++) {
            write(501 + i * 10, 510 + i * 10);
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(bookOf("stock"))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 700).boxed().toList()));
    }

    private Followers follow(Follower... followers) {
        var started = new Followers(
                journal,
                source,
                new JdbcTransactionManager(source),
                Clock.systemUTC(),
                JournalSettings.USUAL,
                List.of(followers),
                new SimpleMeterRegistry());
        started.start();
        running.add(started);
        return started;
    }

    private void write(int from, int to) {
        for (var start = from; start <= to; start += 1_000) {
            journal.append(IntStream.rangeClosed(start, Math.min(to, start + 999))
                    .mapToObj(i -> draft("c-" + i, moved("k-" + i)))
                    .toList());
        }
    }

    private List<Long> bookOf(String follower) {
        return database.sql("SELECT sequence FROM book WHERE follower = :follower ORDER BY ctid")
                .param("follower", follower)
                .query(Long.class)
                .list();
    }

    private static FollowerState state(Followers followers, String id) {
        return followers.all().stream()
                .filter(state -> state.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// A follower that notes each entry.
    private class Book implements Follower {

        private final String id;

        Book(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public void follow(List<Entry> entries) {
            for (var entry : entries) {
                database.sql("INSERT INTO book VALUES (:id, :sequence)")
                        .param("id", id)
                        .param("sequence", entry.sequence())
                        .update();
            }
        }
    }

    /// A follower that cannot take one entry.
    private final class Poisoned extends Book {

        private final long poison;

        Poisoned(String id, long poison) {
            super(id);
            this.poison = poison;
        }

        @Override
        public void follow(List<Entry> entries) {
            super.follow(entries);
            if (entries.stream().anyMatch(entry -> entry.sequence() == poison)) {
                throw new IllegalStateException("entry %d is poison".formatted(poison));
            }
        }
    }
}
