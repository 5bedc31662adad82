package io.quartermaster.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quartermaster.retail.ConnectionId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/// Counts who came to the door. Of a forged message nothing is kept but a count.
@Component
class Callers {

    private static final long WINDOW_NANOS = 250_000_000L;
    private static final long WINDOWS_PER_SECOND = 4;

    private final MeterRegistry meters;
    private final Counter unknown;
    private final Map<ConnectionId, LongAdder> forged = new ConcurrentHashMap<>();
    private final LongAdder genuine = new LongAdder();
    private long seen;
    private long seenAt = System.nanoTime();
    private long perSecond;

    Callers(MeterRegistry meters) {
        this.meters = meters;
        this.unknown = meters.counter("quartermaster.intake.unknown-connection");
    }

    void unknown() {
        unknown.increment();
    }

    void forged(ConnectionId connection) {
        forged.computeIfAbsent(connection, _ -> new LongAdder()).increment();
        meters.counter("quartermaster.intake.forged", "connection", connection.value())
                .increment();
    }

    void came() {
        genuine.increment();
    }

    /// How many forged messages were sent to a connection since this instance started.
    long forgedOn(ConnectionId connection) {
        var count = forged.get(connection);
        return count == null ? 0 : count.sum();
    }

    /// How many genuine messages a second came lately.
    synchronized long perSecond() {
        var now = System.nanoTime();
        if (now - seenAt >= WINDOW_NANOS) {
            var total = genuine.sum();
            perSecond = (total - seen) * WINDOWS_PER_SECOND * WINDOW_NANOS / (now - seenAt);
            seen = total;
            seenAt = now;
        }
        return perSecond;
    }
}
