package io.quartermaster.skills;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One thread that does the same work again and again, and rests when there is none.
final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final String name;
    private final BooleanSupplier turn;
    private final Duration poll;
    private final Semaphore wakeUp = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    /// @param turn does a bounded piece of work and says whether there may be more at once
    /// @param poll how long it rests at most when nobody wakes it
    Worker(String name, Duration poll, BooleanSupplier turn) {
        this.name = name;
        this.poll = poll;
        this.turn = turn;
    }

    void wake() {
        wakeUp.release();
    }

    void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).start(this::run);
    }

    /// Has it end after the piece at hand.
    void end() {
        running = false;
        wakeUp.release();
    }

    void join(Duration patience) {
        var ending = thread;
        if (ending != null) {
            try {
                ending.join(patience);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        while (running) {
            try {
                if (!turn.getAsBoolean()) {
                    rest();
                }
            } catch (RuntimeException fault) { // the runner's loop: the database may be away for a while
                LOG.warn("The worker {} could not go on: it tries again.", name, fault);
                rest();
            }
        }
    }

    private void rest() {
        try {
            if (wakeUp.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUp.drainPermits();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
