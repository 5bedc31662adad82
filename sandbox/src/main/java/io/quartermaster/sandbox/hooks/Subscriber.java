package io.quartermaster.sandbox.hooks;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Who asked to be told, and how this platform tells.
///
/// @param name for counting and for errors
/// @param timeout how long the platform waits for an answer, in real time
public record Subscriber(String name, URI url, Duration timeout, RetryLadder retries, Envelope envelope) {

    /// Writes a message's headers, signature included.
    @FunctionalInterface
    public interface Envelope {

        /// All headers of one attempt.
        ///
        /// @param sentAt when this attempt leaves, by the sandbox's clock
        /// @param attempt zero for the first
        Map<String, String> headers(Message message, Instant sentAt, int attempt);
    }
}
