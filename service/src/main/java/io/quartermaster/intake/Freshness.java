package io.quartermaster.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Whether a signed time is recent enough for the message not to be an old one, sent once more by
/// somebody who overheard it.
@Component
class Freshness {

    private final Clock clock;
    private final Duration window;

    /// @param speed how many seconds of the clock pass in a real one: the window is meant in real
    /// time
    Freshness(Clock clock, IntakeSettings settings, @Value("${quartermaster.clock.speed:1}") int speed) {
        this.clock = clock;
        this.window = settings.replayWindow().multipliedBy(speed);
    }

    boolean isFresh(Instant signedAt) {
        return Duration.between(signedAt, clock.instant()).abs().compareTo(window) <= 0;
    }
}
