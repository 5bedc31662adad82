package io.quartermaster.journal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the journal works at its own pace: `quartermaster.journal.*`.
///
/// @param queue how many callers may wait to append; the next one is told to come back
/// @param patience how long a caller waits until its entries are durable
/// @param followerBatch how many entries a follower takes at once
/// @param poll how often we look whether another instance appended
@ConfigurationProperties("quartermaster.journal")
record JournalSettings(
        @DefaultValue("2000") int queue,
        @DefaultValue("30s") Duration patience,
        @DefaultValue("500") int followerBatch,
        @DefaultValue("250ms") Duration poll) {

    static final JournalSettings USUAL = new JournalSettings(2000, Duration.ofSeconds(30), 500, Duration.ofMillis(250));

    JournalSettings {
        require(queue >= 1 && queue <= 100_000, "queue", queue, "1 to 100000");
        require(isBetween(patience, 1, 600_000), "patience", patience, "1ms to 10m");
        require(followerBatch >= 1 && followerBatch <= 5_000, "follower-batch", followerBatch, "1 to 5000");
        require(isBetween(poll, 10, 60_000), "poll", poll, "10ms to 1m");
    }

    private static boolean isBetween(Duration duration, long minMillis, long maxMillis) {
        return duration.toMillis() >= minMillis && duration.toMillis() <= maxMillis;
    }

    private static void require(boolean allowed, String name, Object value, String what) {
        if (!allowed) {
            throw new IllegalArgumentException(
                    "The setting quartermaster.journal.%s (%s) must be %s.".formatted(name, value, what));
        }
    }
}
