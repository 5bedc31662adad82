package io.quartermaster.journal;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.Origin;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The journal in PostgreSQL. Several instances of the service may append to one database.
@Component
final class PostgresJournal implements Journal, AutoCloseable {

    private static final int READ_MAX = 5_000;

    private final JournalStore store;
    private final JournalSettings settings;
    private final BlockingQueue<Submission> queue;
    private final RecentEntries recent = new RecentEntries();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Thread writer;
    private final Timer appending;

    PostgresJournal(DataSource database, Clock clock, JournalSettings settings, MeterRegistry meters) {
        this.store = new JournalStore(JdbcClient.create(database));
        this.settings = settings;
        this.queue = new ArrayBlockingQueue<>(settings.queue());
        this.appending = Timer.builder("quartermaster.journal.append")
                .description("How long a caller waits until its entries are durable.")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        meters.gauge("quartermaster.journal.queue", queue, BlockingQueue::size);
        var entries = meters.counter("quartermaster.journal.entries");
        this.writer = Thread.ofPlatform()
                .name("journal-writer")
                .daemon()
                .start(new JournalWriter(database, clock, queue, written -> {
                    recent.add(written);
                    entries.increment(written.size());
                    listeners.forEach(Runnable::run);
                }));
    }

    /// Has `wake` run each time this instance has appended. It must be quick.
    void onAppend(Runnable wake) {
        listeners.add(wake);
    }

    @Override
    public List<Appended> append(List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        if (drafts.size() > JournalWriter.BATCH_MAX) {
            throw new IllegalArgumentException(
                    "The drafts (%d) are more than %d.".formatted(drafts.size(), JournalWriter.BATCH_MAX));
        }
        var started = System.nanoTime();
        var answer = await(Submission.of(drafts));
        appending.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
        return answer;
    }

    private List<Appended> await(Submission submission) {
        try {
            if (!queue.offer(submission, settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new JournalBusy("The queue of the journal (%d) is full.".formatted(settings.queue()));
            }
            return submission.answer().get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException fault) {
            throw new JournalBusy(
                    "The journal did not answer within %d ms."
                            .formatted(settings.patience().toMillis()),
                    fault);
        } catch (ExecutionException fault) {
            throw fault.getCause() instanceof JournalBusy busy ? busy : new IllegalStateException(fault.getCause());
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            throw new JournalBusy("Interrupted while waiting for the journal.", fault);
        }
    }

    @Override
    public List<Entry> read(long after, int atMost) {
        var limit = limit(atMost);
        var near = recent.after(after, limit);
        return near.isEmpty() ? store.after(after, limit) : near;
    }

    @Override
    public long head() {
        return store.head();
    }

    @Override
    public List<Entry> story(CorrelationId correlation, int atMost) {
        return store.story(correlation, limit(atMost));
    }

    @Override
    public Optional<Entry> find(Origin origin) {
        return store.find(origin);
    }

    @Override
    public Optional<CorrelationId> correlationOf(String paper) {
        return store.correlationOf(paper);
    }

    @Override
    public void close() {
        writer.interrupt();
        try {
            writer.join(settings.patience());
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
        }
        for (var left = queue.poll(); left != null; left = queue.poll()) {
            left.answer().completeExceptionally(new JournalBusy("The journal is closing."));
        }
    }

    private static int limit(int atMost) {
        if (atMost < 1 || atMost > READ_MAX) {
            throw new IllegalArgumentException("The atMost (%d) must be 1 to %d.".formatted(atMost, READ_MAX));
        }
        return atMost;
    }
}
