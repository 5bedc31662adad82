package io.quartermaster.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Keeps the dispatcher going: a few workers, woken by news, that look by themselves now and
/// then.
@Component
@EnableConfigurationProperties(DispatchSettings.class)
class DispatchLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DispatchLoop.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Dispatcher dispatcher;
    private final DispatchSettings settings;
    private final Semaphore bell = new Semaphore(0);
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean running;

    DispatchLoop(Dispatcher dispatcher, DispatchSettings settings) {
        this.dispatcher = dispatcher;
        this.settings = settings;
    }

    /// There is work.
    void ring() {
        bell.release();
    }

    @Override
    public synchronized void start() {
        running = true;
        for (var i = 1; i <= settings.workers(); i++) {
            workers.add(Thread.ofVirtual().name("dispatch-" + i).start(this::work));
        }
    }

    /// Begins nothing new, and waits a while for what is under way.
    @Override
    public synchronized void stop() {
        running = false;
        bell.release(workers.size());
        try {
            for (var worker : workers) {
                worker.join(PATIENCE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        workers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void work() {
        while (running) {
            if (!stepped()) {
                pause();
            }
        }
    }

    private boolean stepped() {
        try {
            return dispatcher.step();
        } catch (RuntimeException fault) { // the database is away, or a bug: neither may end the loop
            LOG.error("The dispatch could not take its next step; it goes on in a while", fault);
            return false;
        }
    }

    private void pause() {
        try {
            if (bell.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException _) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }
}
