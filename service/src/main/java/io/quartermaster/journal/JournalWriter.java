package io.quartermaster.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that appends: it takes what is waiting, up to a thousand drafts, and makes one
/// commit of it. While the disk is busy with one batch the next one gathers.
///
/// It keeps a connection of its own: callers that hold all others while they wait for it would
/// otherwise wait for ever.
final class JournalWriter implements Runnable {

    static final int BATCH_MAX = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(JournalWriter.class);

    private final DataSource database;
    private final Clock clock;
    private final BlockingQueue<Submission> queue;
    private final Consumer<List<Entry>> written;
    private @Nullable Connection connection;

    JournalWriter(DataSource database, Clock clock, BlockingQueue<Submission> queue, Consumer<List<Entry>> written) {
        this.database = database;
        this.clock = clock;
        this.queue = queue;
        this.written = written;
    }

    @Override
    public void run() {
        Submission left = null;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var batch = new ArrayList<Submission>();
                batch.add(left == null ? queue.take() : left);
                left = gather(batch);
                append(batch);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            if (left != null) {
                left.answer().completeExceptionally(new JournalBusy("The journal is closing."));
            }
            letGo();
        }
    }

    /// Adds what is waiting to the batch.
    ///
    /// @return one that did not fit in any more; null if all did
    private @Nullable Submission gather(List<Submission> batch) {
        var size = batch.getFirst().items().size();
        while (true) {
            var next = queue.poll();
            if (next == null) {
                return null;
            }
            size += next.items().size();
            if (size > BATCH_MAX) {
                return next;
            }
            batch.add(next);
        }
    }

    private void append(List<Submission> batch) {
        try {
            commit(batch);
        } catch (SQLException | RuntimeException fault) { // whatever it was, the callers must hear of it
            letGo();
            if (batch.size() > 1 && !isLost(fault)) {
                batch.forEach(one -> append(List.of(one))); // one that the database refuses must not hurt the rest
            } else {
                LOG.warn("{} waiting callers could not append.", batch.size(), fault);
                batch.forEach(one -> one.answer()
                        .completeExceptionally(new JournalBusy("The journal could not be written.", fault)));
            }
        }
    }

    private void commit(List<Submission> batch) throws SQLException {
        var items = batch.stream().flatMap(one -> one.items().stream()).toList();
        var recordedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var store = new AppendStore(connected());
        var head = store.lockHead();
        var plan = new BatchPlan(head, store.known(items), store.papers(items), recordedAt);
        var answers = batch.stream().map(one -> plan.add(one.items())).toList();
        if (!plan.isEmpty()) {
            store.write(plan, recordedAt);
        }
        connected().commit();
        written.accept(plan.entries()); // first, so that a caller reads what it has just written
        for (var i = 0; i < batch.size(); i++) {
            batch.get(i).answer().complete(answers.get(i));
        }
    }

    /// A lost connection (class 08, or the server on its way down) would refuse the others too.
    private static boolean isLost(Exception fault) {
        return fault instanceof SQLException sql
                && sql.getSQLState() != null
                && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57"));
    }

    private Connection connected() throws SQLException {
        if (connection == null) {
            connection = database.getConnection();
            connection.setAutoCommit(false);
        }
        return connection;
    }

    private void letGo() {
        var held = connection;
        connection = null;
        if (held != null) {
            try (held) {
                held.rollback();
            } catch (SQLException fault) {
                LOG.debug("A broken connection was dropped.", fault);
            }
        }
    }
}
