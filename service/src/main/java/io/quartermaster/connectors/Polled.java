package io.quartermaster.connectors;

import java.time.Duration;
import java.util.List;

/// What came of asking a platform what changed.
public sealed interface Polled {

    /// It answered with a page.
    ///
    /// @param messages to be written down and translated like all others
    /// @param next the cursor of the next page; empty if this was the last
    /// @param pause how long the platform wants to be left alone before the next page
    record Page(List<Fetched.Part> messages, String next, Duration pause) implements Polled {

        public Page {
            messages = List.copyOf(messages);
        }
    }

    record TryLater(Duration delay, String why) implements Polled {}

    /// It cannot be asked for this, or we may not.
    record Nothing(String why) implements Polled {}
}
