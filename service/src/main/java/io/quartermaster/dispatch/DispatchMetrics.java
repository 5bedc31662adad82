package io.quartermaster.dispatch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quartermaster.retail.DeskEvent.AttemptEnd;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// The dispatch in figures: what is under way, how attempts end, what stands still.
@Component
class DispatchMetrics {

    private final MeterRegistry registry;

    DispatchMetrics(MeterRegistry registry, JobStore jobs) {
        this.registry = registry;
        Gauge.builder("quartermaster.dispatch.depth", jobs, JobStore::countWaiting)
                .description("actions that are under way or wait for a try")
                .register(registry);
        Gauge.builder("quartermaster.dispatch.stuck", jobs, JobStore::countStuck)
                .description("actions that stand still until a person does something")
                .register(registry);
    }

    void attempted(AttemptEnd end) {
        registry.counter("quartermaster.dispatch.attempts", "end", end.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
