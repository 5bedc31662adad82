package io.quartermaster.connectors;

import java.time.Duration;

/// How an action ended.
public sealed interface Outcome {

    /// What was sent and what came back, without persons' data and secrets, for the journal.
    Call call();

    /// The outside system did it.
    ///
    /// @param externalReference what the outside system calls the thing that it made
    record Done(String externalReference, Call call) implements Outcome {}

    /// The outside system cannot, or will not, do this; asking again will not help.
    record Refused(String why, Call call) implements Outcome {}

    record TryLater(Duration delay, String why, Call call) implements Outcome {}

    /// Nobody knows: it may have arrived. Only where the outside system does not recognise repeats.
    record Uncertain(String why, Call call) implements Outcome {}

    record Call(String request, String answer) {

        public static final Call NONE = new Call("", "");
    }
}
