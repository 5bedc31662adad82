package io.quartermaster.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How much is taken at the door, and how long it is kept: `quartermaster.intake.*`.
///
/// @param bodyLimit the longest message that is read
/// @param rate how many messages of one connection are taken in a second, over a while
/// @param burst how many of one connection may come at once
/// @param queue how many may wait to be written down; beyond, senders are asked to come again
/// @param acknowledgeWithin how long a sender is kept waiting for the write
/// @param replayWindow how old a signed time may be, or how far ahead
/// @param keepRaw how long raw messages are kept, encrypted
/// @param busyAt from how many messages a second on translating makes way for receiving
/// @param fetchTries how often a platform is asked for the same thing
@ConfigurationProperties("quartermaster.intake")
record IntakeSettings(
        @DefaultValue("1MB") DataSize bodyLimit,
        @DefaultValue("10000") int rate,
        @DefaultValue("20000") int burst,
        @DefaultValue("10000") int queue,
        @DefaultValue("4s") Duration acknowledgeWithin,
        @DefaultValue("300s") Duration replayWindow,
        @DefaultValue("30d") Duration keepRaw,
        @DefaultValue("1500") int busyAt,
        @DefaultValue("12") int fetchTries) {

    IntakeSettings {
        requirePositive("body-limit", bodyLimit.toBytes());
        requirePositive("rate", rate);
        requirePositive("burst", burst);
        requirePositive("queue", queue);
        requirePositive("acknowledge-within", acknowledgeWithin.toMillis());
        requirePositive("replay-window", replayWindow.toSeconds());
        requirePositive("keep-raw", keepRaw.toSeconds());
        requirePositive("busy-at", busyAt);
        requirePositive("fetch-tries", fetchTries);
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(
                    "The setting quartermaster.intake.%s (%d) must be more than zero.".formatted(name, value));
        }
    }
}
