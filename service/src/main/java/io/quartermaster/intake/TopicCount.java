package io.quartermaster.intake;

import java.time.Instant;
import java.util.Set;

/// How many messages of one topic ended in one way.
///
/// @param ending `translated`, `ignored`, `unknown`, `asked back`, `forgotten`, `quarantined`,
/// `nothing fetched` or `fetch given up`; of what was asked for in case a message had got lost,
/// `heard before` or `hole filled`
/// @param entries how many new entries of the journal they made; none for duplicates
/// @param lastAt when the last of them was read
public record TopicCount(String connection, String topic, String ending, long messages, long entries, Instant lastAt) {

    static final String HOLE = "hole filled";

    private static final Set<String> FAILURES = Set.of("quarantined", "nothing fetched", "fetch given up");

    /// Whether a person should look.
    public boolean isFailure() {
        return FAILURES.contains(ending);
    }

    /// How many things it told of which no message had come.
    public long holes() {
        return ending.equals(HOLE) ? entries : 0;
    }
}
