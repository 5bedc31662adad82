package io.quartermaster.skills;

import io.quartermaster.books.stock.StockChanged;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Runs the skills: takes what changed, and makes the decisions that are due. It wakes up when
/// stock changes and looks now and then anyway. Several instances share the work.
@Component
class SkillRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SkillRunner.class);
    /// After so many decisions it looks whether something changed.
    private static final int DECISIONS_IN_A_ROW = 50;

    private static final long STOP_SECONDS = 20;

    private final Noticing noticing;
    private final DecisionRound decisions;
    private final SkillSettings settings;
    private final Semaphore wakeUp = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    SkillRunner(Noticing noticing, DecisionRound decisions, SkillSettings settings) {
        this.noticing = noticing;
        this.decisions = decisions;
        this.settings = settings;
    }

    @EventListener
    void on(StockChanged changed) {
        wakeUp.release();
    }

    /// Does all that is due now.
    ///
    /// @return whether there was anything
    boolean once() {
        boolean busy = noticing.take() > 0;
        for (int i = 0; i < DECISIONS_IN_A_ROW && decisions.next(); i++) {
            busy = true;
        }
        return busy;
    }

    private void run() {
        while (running) {
            try {
                if (!once()) {
                    rest();
                }
            } catch (RuntimeException fault) { // the runner's loop: the database may be away for a while
                LOG.warn("The skills could not run: they are tried again.", fault);
                rest();
            }
        }
    }

    private void rest() {
        try {
            if (wakeUp.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUp.drainPermits();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("skills").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        wakeUp.release();
        var stopping = thread;
        if (stopping != null) {
            try {
                stopping.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
