package io.quartermaster.sandbox.hooks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The time in the made-up shops, which may run faster than ours.
///
/// @param real the machine's own clock
/// @param epoch the real instant at which it was `start` in the shops
/// @param speed shop seconds in a real second: 1440 makes a day a minute
public record ScaledClock(InstantSource real, Instant epoch, Instant start, double speed) implements InstantSource {

    private static final double SPEED_MAX = 100_000;
    private static final double NANOS = 1e9;

    public ScaledClock {
        if (!(speed > 0 && speed <= SPEED_MAX)) {
            throw new IllegalArgumentException("The speed (%s) is not between 0 and %s.".formatted(speed, SPEED_MAX));
        }
    }

    @Override
    public Instant instant() {
        var gone = Duration.between(epoch, real.instant());
        return start.plusNanos((long) (gone.toNanos() * speed));
    }

    /// How long to wait in real time until it is `then` in the shops; never negative.
    public Duration realWaitUntil(Instant then) {
        var shopSeconds = Duration.between(instant(), then).toNanos() / NANOS;
        return Duration.ofNanos(Math.max(0, (long) (shopSeconds / speed * NANOS)));
    }
}
