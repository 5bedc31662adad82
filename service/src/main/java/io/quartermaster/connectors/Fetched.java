package io.quartermaster.connectors;

import java.time.Duration;
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
    record Part(String topic, String delivery, String body) {}

    record TryLater(Duration delay, String why) implements Fetched {}

    /// There is no such thing, or we may not have it.
    record Nothing(String why) implements Fetched {}
}
