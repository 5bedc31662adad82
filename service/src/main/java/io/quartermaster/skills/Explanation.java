package io.quartermaster.skills;

import io.quartermaster.retail.ProposalId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A proposal decided again, from the facts that it was decided on.
///
/// @param revision which of its revisions was decided again: the newest that the skill wrote
/// @param facts the facts, as they were frozen
/// @param then what was suggested then, byte for byte
/// @param now what is suggested now; null if nothing is
/// @param lines both in words, for a person to read
public record Explanation(
        ProposalId proposal,
        int revision,
        String facts,
        String then,
        @Nullable String now,
        List<String> lines) {

    public Explanation {
        lines = List.copyOf(lines);
    }

    /// Whether the same comes out, byte for byte.
    public boolean isSame() {
        return then.equals(now);
    }
}
