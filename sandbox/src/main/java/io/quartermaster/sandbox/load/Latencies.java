package io.quartermaster.sandbox.load;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/// How long each of many things took.
final class Latencies {

    private final long[] nanos;
    private final AtomicInteger count = new AtomicInteger();

    Latencies(int atMost) {
        nanos = new long[atMost];
    }

    void add(long tookNanos) {
        var index = count.getAndIncrement();
        if (index < nanos.length) {
            nanos[index] = tookNanos;
        }
    }

    int count() {
        return Math.min(count.get(), nanos.length);
    }

    /// @param percentile such as 99
    /// @return milliseconds; 0 if nothing was measured
    double millis(double percentile) {
        var sorted = Arrays.copyOf(nanos, count());
        if (sorted.length == 0) {
            return 0;
        }
        Arrays.sort(sorted);
        var index = (int) Math.ceil(percentile / 100 * sorted.length) - 1;
        return sorted[Math.clamp(index, 0, sorted.length - 1)] / 1e6;
    }

    @Override
    public String toString() {
        return "p50 %.1f ms, p99 %.1f ms, max %.1f ms".formatted(millis(50), millis(99), millis(100));
    }
}
