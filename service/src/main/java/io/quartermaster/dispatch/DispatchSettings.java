package io.quartermaster.dispatch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the dispatch is set: `quartermaster.dispatch.…`. All times are the machine's own.
///
/// @param attempts how often an action is tried before a person must look
/// @param firstDelay how long after the first failure it is tried again; doubled each time
/// @param longestDelay the most that it waits between two tries, unless the far side asks for
/// more
/// @param lease how long a try may take before it is taken for dead: longer than any connector
/// waits
/// @param workers how many actions are carried out at once
/// @param poll how often it looks for work that nobody told it of
@ConfigurationProperties("quartermaster.dispatch")
record DispatchSettings(
        @DefaultValue("10") int attempts,
        @DefaultValue("5s") Duration firstDelay,
        @DefaultValue("1h") Duration longestDelay,
        @DefaultValue("5m") Duration lease,
        @DefaultValue("2") int workers,
        @DefaultValue("1s") Duration poll) {

    private static final int ATTEMPTS_MAX = 100;
    private static final int WORKERS_MAX = 32;

    DispatchSettings {
        requireBetween("attempts", attempts, ATTEMPTS_MAX);
        requireBetween("workers", workers, WORKERS_MAX);
        requirePositive("first-delay", firstDelay);
        requirePositive("longest-delay", longestDelay);
        requirePositive("lease", lease);
        requirePositive("poll", poll);
    }

    private static void requireBetween(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(
                    "The setting quartermaster.dispatch.%s (%d) must be 1 to %d.".formatted(name, value, most));
        }
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    "The setting quartermaster.dispatch.%s (%s) must be more than zero.".formatted(name, value));
        }
    }
}
