package io.quartermaster.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Keeps the loops of intake turning, and lets each finish its turn when the service stops.
@Component
class Loops implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Loops.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
    private static final Duration PAUSE_SHORTEST = Duration.ofMillis(200);
    private static final Duration PAUSE_LONGEST = Duration.ofSeconds(10);

    private final List<Loop> loops;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Loops(List<Loop> loops) {
        this.loops = loops;
    }

    @Override
    public synchronized void start() {
        running = true;
        loops.forEach(loop -> threads.add(
                Thread.ofPlatform().name("intake-" + loop.title()).daemon().start(() -> run(loop))));
    }

    @Override
    public synchronized void stop() {
        running = false;
        threads.forEach(Loops::join);
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Below the web server's: it is still taking messages when they start, and no more when they
    /// stop.
    @Override
    public int getPhase() {
        return 0;
    }

    private void run(Loop loop) {
        var pause = PAUSE_SHORTEST;
        while (true) {
            try {
                var busy = loop.turn();
                pause = PAUSE_SHORTEST;
                if (!running && !busy) {
                    return;
                }
            } catch (InterruptedException fault) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException fault) { // a loop goes on; what failed is tried again
                LOG.warn("The loop {} stumbled and tries again in {}", loop.title(), pause, fault);
                if (!running || !sleep(pause)) {
                    return;
                }
                pause = pause.multipliedBy(2).compareTo(PAUSE_LONGEST) > 0 ? PAUSE_LONGEST : pause.multipliedBy(2);
            }
        }
    }

    private static boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void join(Thread thread) {
        try {
            if (!thread.join(STOP_WITHIN)) {
                thread.interrupt();
            }
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
        }
    }
}
