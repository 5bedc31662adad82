package io.quartermaster.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Writes messages down, many with one commit: those that come while a commit is under way share
/// the next one.
@Component
class Inbox implements Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int BATCH_MAX = 500;
    private static final long LISTEN_MILLIS = 100;
    private static final long PAUSE_MILLIS = 200;

    private final InboxStore store;
    private final Bell bell;
    private final ArrayBlockingQueue<Letter> queue;
    private volatile int underWay;
    private final Counter written;
    private final Counter duplicates;

    Inbox(InboxStore store, Bell bell, IntakeSettings settings, MeterRegistry meters) {
        this.store = store;
        this.bell = bell;
        this.queue = new ArrayBlockingQueue<>(settings.queue());
        this.written = meters.counter("quartermaster.intake.written");
        this.duplicates = meters.counter("quartermaster.intake.duplicates");
        Gauge.builder("quartermaster.intake.queue", queue, ArrayBlockingQueue::size)
                .register(meters);
    }

    private record Letter(Arrival arrival, CompletableFuture<Void> written) {}

    /// Takes a message to be written down.
    ///
    /// @return ends well when it is durable, badly when it could not be written; empty if too many
    /// wait already
    Optional<CompletableFuture<Void>> write(Arrival arrival) {
        var letter = new Letter(arrival, new CompletableFuture<>());
        return queue.offer(letter) ? Optional.of(letter.written) : Optional.empty();
    }

    /// How many senders are being kept waiting for a write.
    int waiting() {
        return queue.size() + underWay;
    }

    @Override
    public String title() {
        return "inbox";
    }

    @Override
    public boolean turn() throws InterruptedException {
        var first = queue.poll(LISTEN_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
            return false;
        }
        var batch = new ArrayList<Letter>();
        batch.add(first);
        queue.drainTo(batch, BATCH_MAX - 1);
        underWay = batch.size();
        commit(batch);
        underWay = 0;
        return true;
    }

    private void commit(List<Letter> batch) throws InterruptedException {
        try {
            var fresh = store.write(batch.stream().map(Letter::arrival).toList());
            batch.forEach(letter -> letter.written.complete(null));
            written.increment(fresh);
            duplicates.increment(batch.size() - fresh);
            bell.ring();
        } catch (RuntimeException fault) { // this is one of the loops that go on
            LOG.warn("{} messages were not written down; their senders will send them again", batch.size(), fault);
            batch.forEach(letter -> letter.written.completeExceptionally(fault));
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
