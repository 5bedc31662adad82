package io.quartermaster.sandbox.hooks;

import java.time.Duration;
import java.util.List;

/// When a platform tries again after a failure. The steps are in the platform's own time; a
/// sandbox whose clock runs fast climbs fast.
///
/// @param steps the wait before each retry; after the last one the platform gives up
public record RetryLadder(List<Duration> steps) {

    private static final Duration WAIT_MIN = Duration.ofMillis(50);

    public RetryLadder {
        steps = List.copyOf(steps);
    }

    /// Shopify: eight retries over four hours; the single steps are not published, so they double.
    public static RetryLadder shopify() {
        return minutes(1, 2, 4, 8, 16, 32, 60, 117);
    }

    /// Square: eleven retries over twenty-four hours.
    public static RetryLadder square() {
        return minutes(1, 2, 4, 8, 16, 32, 60, 120, 240, 480, 480);
    }

    private static RetryLadder minutes(int... minutes) {
        return new RetryLadder(
                java.util.Arrays.stream(minutes).mapToObj(Duration::ofMinutes).toList());
    }

    public boolean allows(int attempt) {
        return attempt <= steps.size();
    }

    /// How long to wait, in real time.
    ///
    /// @param attempt one for the first retry
    /// @param speed how much faster than life the clock runs
    public Duration waitBefore(int attempt, double speed) {
        var real = Duration.ofMillis((long) (steps.get(attempt - 1).toMillis() / speed));
        return real.compareTo(WAIT_MIN) < 0 ? WAIT_MIN : real;
    }
}
