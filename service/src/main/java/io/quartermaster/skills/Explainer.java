package io.quartermaster.skills;

import io.quartermaster.approvals.Approvals;
import io.quartermaster.approvals.FrozenFacts;
import io.quartermaster.approvals.Proposal;
import io.quartermaster.journal.CanonicalJson;
import io.quartermaster.retail.ProposalId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Decides again what was decided before.
@Component
class Explainer {

    private final Approvals approvals;
    private final SkillShelf shelf;
    private final DecidedOn decidedOn;

    Explainer(Approvals approvals, SkillShelf shelf, DecidedOn decidedOn) {
        this.approvals = approvals;
        this.shelf = shelf;
        this.decidedOn = decidedOn;
    }

    Optional<Explanation> explain(ProposalId id) {
        return approvals.find(id).flatMap(item -> {
            var facts = approvals.facts(id, item.revision());
            var then = approvals.suggested(id, item.revision());
            return facts.isEmpty() || then.isEmpty()
                    ? Optional.empty()
                    : Optional.of(explain(id, item.revision(), then.get(), facts.get()));
        });
    }

    private Explanation explain(ProposalId id, int revision, Proposal then, FrozenFacts facts) {
        var again = again(shelf.skill(then.skill(), facts.version()), facts).stream()
                .filter(proposal -> proposal.about().equals(then.about()))
                .findFirst();
        var bytes = CanonicalJson.write(then);
        var now = again.map(CanonicalJson::write).orElse(null);
        var forecasts = decidedOn.forecasts(then);
        var lines = lines(then, facts, bytes.equals(now));
        lines.addAll(DecidedOn.lines(then, forecasts));
        return new Explanation(id, revision, facts.json(), bytes, now, List.copyOf(forecasts.values()), lines);
    }

    private static <F> List<Proposal> again(Skill<F> skill, FrozenFacts facts) {
        return skill.decide(CanonicalJson.read(facts.json(), skill.facts()));
    }

    private static List<String> lines(Proposal then, FrozenFacts facts, boolean same) {
        var lines = new ArrayList<String>();
        lines.add("%s, about %s".formatted(then.skill(), then.about()));
        lines.add(then.because());
        lines.add("Confidence %d %%, worth %s%s"
                .formatted(
                        then.confidencePercent(),
                        then.value(),
                        then.actBy() == null ? "" : ", to be decided by " + then.actBy()));
        then.flags().forEach(flag -> lines.add("! %s: %s".formatted(flag.rule(), flag.detail())));
        then.alternatives().forEach(other -> lines.add("~ %s: %s".formatted(other.what(), other.cost())));
        then.evidence()
                .forEach(one -> lines.add("  %-12s %-34s %s  [%s, %s]"
                        .formatted(one.group(), one.label(), one.value(), one.source(), one.asOf())));
        lines.add("Facts of version %d, %d characters."
                .formatted(facts.version(), facts.json().length()));
        lines.add(
                same
                        ? "Decided again on these facts: the same, byte for byte."
                        : "Decided again on these facts: NOT the same.");
        return lines;
    }
}
