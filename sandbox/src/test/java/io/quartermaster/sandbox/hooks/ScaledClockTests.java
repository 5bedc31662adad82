package io.quartermaster.sandbox.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ScaledClockTests {

    private static final Instant EPOCH = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void makesADayAMinute() {
        var clock = at(EPOCH.plusSeconds(60));

        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(1)));
    }

    @Test
    void waitsAFourteenHundredFortiethOfTheTime() {
        var clock = at(EPOCH);

        assertThat(clock.realWaitUntil(START.plus(Duration.ofHours(12)))).isEqualTo(Duration.ofSeconds(30));
        assertThat(clock.realWaitUntil(START.minusSeconds(1))).isZero();
    }

    private static ScaledClock at(Instant real) {
        return new ScaledClock(InstantSource.fixed(real), EPOCH, START, 1440);
    }
}
