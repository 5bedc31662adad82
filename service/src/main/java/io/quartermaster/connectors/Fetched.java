package io.quartermaster.connectors;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/// What came of asking a platform.
public sealed interface Fetched {

    /// It answered.
    ///
    /// @param messages what it answered, to be written down and translated
    record Answer(List<Part> messages) implements Fetched {

        public Answer {
            messages = List.copyOf(messages);
        }
    }

    /// One message of the answer.
    ///
    /// @param topic such as `fetched.order`
    /// @param delivery the same for the same answer
    record Part(String topic, String delivery, String body) {

        private static final int DIGEST_BYTES = 12;

        /// A short name of a content, for a delivery that has no name of its own.
        public static String digest(String body) {
            try {
                var hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
            } catch (NoSuchAlgorithmException fault) {
                throw new IllegalStateException("This Java has no SHA-256.", fault);
            }
        }
    }

    record TryLater(Duration delay, String why) implements Fetched {}

    /// There is no such thing, or we may not have it.
    record Nothing(String why) implements Fetched {}
}
