package io.quartermaster.journal;

import static io.quartermaster.journal.SampleEvents.draft;
import static io.quartermaster.journal.SampleEvents.moved;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.quartermaster.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Figures for `docs/performance.md`, on a database whose commits survive a power cut; run with
/// `-Dbench=true`.
@EnabledIfSystemProperty(named = "bench", matches = "true")
class JournalBenchmarkTests {

    private static final Logger LOG = LoggerFactory.getLogger(JournalBenchmarkTests.class);
    private static final int ENTRIES = Integer.getInteger("bench.entries", 1_000_000);

    @TempDir
    Path folder;

    @Test
    void howFast() throws Exception {
        try (var server = TestDatabase.durable(folder);
                var database = new HikariDataSource()) {
            database.setJdbcUrl(server.access().url());
            database.setUsername(server.access().user());
            database.setPassword(server.access().password());
            TestDatabase.migrate(database);
            var journal = PostgresJournalTests.open(database);

            callers(journal, 1, 1_000, "warm");
            LOG.info("one caller, an entry a commit: {}/s", callers(journal, 1, 2_000, "one"));
            callers(journal, 64, 10_000, "warm64");
            LOG.info("64 callers, group commit: {}/s", callers(journal, 64, 50_000, "many"));
            LOG.info("batches of 1,000: {}/s", bulk(journal, ENTRIES));

            var audit = new JournalAudit(database);
            for (var round = 1; round <= 3; round++) {
                var started = System.nanoTime();
                assertThat(audit.verify()).isInstanceOf(JournalAudit.Intact.class);
                LOG.info("verify of {} entries: {} ms", journal.head(), (System.nanoTime() - started) / 1_000_000);
            }
            journal.close();
        }
    }

    private static long callers(Journal journal, int callers, int entries, String name) throws Exception {
        var next = new AtomicInteger();
        var started = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var caller = 0; caller < callers; caller++) {
                threads.submit(() -> {
                    for (var i = next.incrementAndGet(); i <= entries; i = next.incrementAndGet()) {
                        journal.append(List.of(draft(name + i, moved(name + i))));
                    }
                });
            }
        }
        return perSecond(entries, started);
    }

    private static long bulk(Journal journal, int entries) {
        var started = System.nanoTime();
        for (var start = 0; start < entries; start += 1_000) {
            journal.append(IntStream.range(start, start + 1_000)
                    .mapToObj(i -> draft("bulk" + i, moved("bulk" + i)))
                    .toList());
        }
        return perSecond(entries, started);
    }

    private static long perSecond(int entries, long started) {
        return (long) (entries * 1e9 / (System.nanoTime() - started));
    }
}
