package io.quartermaster.journal;

import io.quartermaster.journal.FollowerState.Status;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs one follower: a batch and the bookmark's move in one transaction, again and again. An
/// entry that the follower cannot take stops it there, and no other follower.
final class FollowerLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(FollowerLoop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final int ERROR_LENGTH_MAX = 500;

    private final Follower follower;
    private final Journal journal;
    private final Parts parts;
    private final Semaphore wake = new Semaphore(0);
    private final CountDownLatch ended = new CountDownLatch(1);

    private volatile Progress progress = new Progress(Status.FOLLOWING, "", 0);
    private Duration pause = FIRST_PAUSE;

    /// After a fault entries are taken one by one until this one is passed, so that the one at fault
    /// can be named.
    private long carefulUntil;

    /// The batch that is being taken.
    private List<Entry> taking = List.of();

    FollowerLoop(Follower follower, Journal journal, Parts parts) {
        this.follower = follower;
        this.journal = journal;
        this.parts = parts;
    }

    /// What all loops share.
    record Parts(BookmarkStore bookmarks, TransactionTemplate transaction, Clock clock, JournalSettings settings) {}

    /// Whether it gets on.
    record Progress(Status status, String error, long stoppedAt) {}

    String id() {
        return follower.id();
    }

    Progress progress() {
        return progress;
    }

    void wake() {
        wake.release();
    }

    /// Has the loop end after the batch at hand.
    void end() {
        ended.countDown();
        wake.release();
    }

    @Override
    public void run() {
        try {
            while (ended.getCount() > 0) {
                if (!step()) {
                    rest();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Takes one batch.
    ///
    /// @return whether there may be more to take at once
    boolean step() {
        taking = List.of();
        try {
            var status = parts.transaction().execute(_ -> takeBatch());
            progress = new Progress(status == null ? Status.FOLLOWING : status, "", 0);
            pause = FIRST_PAUSE;
            if (taking.isEmpty()) {
                return false;
            }
            follower.committed();
            return true;
        } catch (RuntimeException fault) { // one of the four loops: what fails is parked and seen
            return stop(fault);
        }
    }

    private Status takeBatch() {
        var bookmark = bookmark();
        if (bookmark == null) {
            return Status.STANDING_BY;
        }
        taking = journal.read(
                bookmark, bookmark < carefulUntil ? 1 : parts.settings().followerBatch());
        if (!taking.isEmpty()) {
            follower.follow(taking);
            parts.bookmarks()
                    .move(
                            follower.id(),
                            taking.getLast().sequence(),
                            parts.clock().instant());
        }
        return Status.FOLLOWING;
    }

    private @Nullable Long bookmark() {
        return parts.bookmarks().take(follower.id()).orElse(null);
    }

    private boolean stop(RuntimeException fault) {
        if (taking.size() > 1) {
            carefulUntil = taking.getLast().sequence();
            return true;
        }
        var at = taking.isEmpty() ? 0 : taking.getFirst().sequence();
        var error = "%s: %s".formatted(fault.getClass().getSimpleName(), fault.getMessage());
        progress = new Progress(Status.STOPPED, error.substring(0, Math.min(error.length(), ERROR_LENGTH_MAX)), at);
        LOG.error("The follower {} stopped at entry {}; it tries again in {}.", follower.id(), at, pause, fault);
        return false;
    }

    private void rest() throws InterruptedException {
        if (progress.status() == Status.STOPPED) {
            if (!ended.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        } else if (wake.tryAcquire(parts.settings().poll().toMillis(), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }
}
