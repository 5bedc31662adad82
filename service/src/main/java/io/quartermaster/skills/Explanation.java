package io.quartermaster.skills;

import io.quartermaster.demand.ForecastReplay;
import io.quartermaster.retail.ProposalId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A proposal decided again, from the facts that it was decided on.
///
/// @param revision which of its revisions was decided again: the newest that the skill wrote
/// @param facts the facts, as they were frozen
/// @param then what was suggested then, byte for byte
/// @param now what is suggested now; null if nothing is
/// @param forecasts those it was decided on, made again; those whose inputs are no longer kept
/// are left out
/// @param lines all of it in words, for a person to read
public record Explanation(
        ProposalId proposal,
        int revision,
        String facts,
        String then,
        @Nullable String now,
        List<ForecastReplay> forecasts,
        List<String> lines) {

    public Explanation {
        forecasts = List.copyOf(forecasts);
        lines = List.copyOf(lines);
    }

    /// Whether the same comes out, byte for byte, of the decision and of each forecast that can be
    /// made again.
    public boolean isSame() {
        return then.equals(now)
                && forecasts.stream()
                        .allMatch(forecast ->
                                forecast.isSame() || !forecast.whyNot().isEmpty());
    }
}
