package io.quartermaster.ground;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// A clock that runs faster than the world: a day a minute, for a simulation.
/// At the real instant `epoch` it shows `start`, and in a real second `speed` of its own pass.
final class ScaledClock extends Clock {

    private final Clock real;
    private final Instant start;
    private final Instant epoch;
    private final int speed;

    ScaledClock(Clock real, Instant start, Instant epoch, int speed) {
        this.real = real;
        this.start = start;
        this.epoch = epoch;
        this.speed = speed;
    }

    @Override
    public Instant instant() {
        return start.plus(Duration.between(epoch, real.instant()).multipliedBy(speed));
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ScaledClock(real.withZone(zone), start, epoch, speed);
    }

    @Override
    public String toString() {
        return "ScaledClock[%s at %s, %d times]".formatted(start, epoch, speed);
    }
}
