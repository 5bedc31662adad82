package io.quartermaster.connectors;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Leaves a far side alone that fails again and again, and then lets one request through to see
/// whether it is back.
final class CircuitBreaker {

    /// How long it is left alone.
    static final Duration REST = Duration.ofSeconds(20);

    private static final int FAILURES_MAX = 5;

    private final LongSupplier nanos;
    private int failures;
    private long restingSince;

    CircuitBreaker() {
        this(System::nanoTime);
    }

    CircuitBreaker(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// Whether a request may go. While it rests, one may after each pause: the probe.
    synchronized boolean lets() {
        if (failures < FAILURES_MAX) {
            return true;
        }
        if (nanos.getAsLong() - restingSince < REST.toNanos()) {
            return false;
        }
        restingSince = nanos.getAsLong(); // the others wait for the probe's end
        return true;
    }

    synchronized void worked() {
        failures = 0;
    }

    synchronized void failed() {
        failures++;
        restingSince = nanos.getAsLong();
    }
}
