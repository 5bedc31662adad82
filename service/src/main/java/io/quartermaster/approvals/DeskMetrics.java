package io.quartermaster.approvals;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quartermaster.retail.DeskEvent.Verdict;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// The desk in figures: what is open, what was decided, how long it took.
@Component
class DeskMetrics {

    private final MeterRegistry registry;

    DeskMetrics(MeterRegistry registry, DeskListing listing, Tidings tidings) {
        this.registry = registry;
        Gauge.builder("quartermaster.desk.open", listing, DeskListing::countWaiting)
                .description("proposals that wait for a decision")
                .register(registry);
        Gauge.builder("quartermaster.desk.untold", tidings, Tidings::waiting)
                .description("what happened at the desk and does not stand in the journal yet")
                .register(registry);
    }

    void decided(Verdict verdict, Duration afterMade) {
        registry.counter("quartermaster.desk.decided", "verdict", verdict.name().toLowerCase(Locale.ROOT))
                .increment();
        registry.timer("quartermaster.desk.time-to-decision").record(afterMade);
    }
}
