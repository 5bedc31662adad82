package io.quartermaster.skills;

import io.quartermaster.books.stock.StockChanged;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Runs the skills: one worker notices what changed, others make the decisions that are due, so
/// that neither waits for the other. Several instances share the work.
@Component
class SkillRunner implements SmartLifecycle {

    private static final Duration STOPPING = Duration.ofSeconds(20);

    private final Noticing noticing;
    private final Worker noticer;
    private final List<Worker> deciders;
    private volatile boolean running;

    SkillRunner(Noticing noticing, DecisionRound decisions, SkillSettings settings) {
        this.noticing = noticing;
        this.noticer = new Worker("skills-notice", settings.poll(), this::notice);
        this.deciders = IntStream.range(0, settings.threads())
                .mapToObj(i -> new Worker("skills-decide-" + i, settings.poll(), decisions::next))
                .toList();
    }

    @EventListener
    void on(StockChanged changed) {
        noticer.wake();
    }

    private boolean notice() {
        boolean any = noticing.take() > 0;
        if (any) {
            deciders.forEach(Worker::wake);
        }
        return any;
    }

    @Override
    public void start() {
        running = true;
        noticer.start();
        deciders.forEach(Worker::start);
    }

    @Override
    public void stop() {
        running = false;
        noticer.end();
        deciders.forEach(Worker::end);
        noticer.join(STOPPING);
        deciders.forEach(worker -> worker.join(STOPPING));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
