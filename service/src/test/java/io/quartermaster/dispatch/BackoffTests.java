package io.quartermaster.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTests {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(5), new Random(1));

    /// 10 s doubled each time, at most 5 minutes; the jitter takes away up to half.
    @ParameterizedTest
    @CsvSource({"1, 10", "2, 20", "3, 40", "5, 160", "6, 300", "10, 300", "1000, 300"})
    void doublesWithinItsBounds(int tries, int secondsMax) {
        for (var i = 0; i < 100; i++) {
            assertThat(backoff.after(tries, Duration.ZERO))
                    .isBetween(Duration.ofMillis(secondsMax * 500L), Duration.ofSeconds(secondsMax));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {600, 3_600})
    void neverAsksSoonerThanTheFarSideWants(int seconds) {
        assertThat(backoff.after(1, Duration.ofSeconds(seconds))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 365})
    void doesNotWaitForeverBecauseAFarSideSaysSo(int days) {
        assertThat(backoff.after(1, Duration.ofDays(days))).isEqualTo(Duration.ofDays(1));
    }
}
