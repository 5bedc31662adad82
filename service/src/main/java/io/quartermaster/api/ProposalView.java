package io.quartermaster.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quartermaster.approvals.DeskItem;
import io.quartermaster.approvals.Evidence;
import io.quartermaster.approvals.Proposal;
import io.quartermaster.retail.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A proposal, on the wire: what is suggested, why, and how far it has come.
///
/// @param revision to decide, send the one that was looked at
/// @param actBy the last day on which yes still helps
/// @param outcome what came of carrying it out; empty before
/// @param history oldest first; empty in lists
record ProposalView(
        String id,
        int revision,
        String state,
        String skill,
        String about,
        @JsonProperty("location_id") String locationId,
        ActionView action,
        String because,
        Amount value,
        @JsonProperty("confidence_percent") int confidencePercent,
        @JsonProperty("act_by") @Nullable LocalDate actBy,
        List<FlagView> flags,
        List<EvidenceView> evidence,
        List<AlternativeView> alternatives,
        String phase,
        @JsonProperty("required_role") String requiredRole,
        @JsonProperty("asked_role") String askedRole,
        @JsonProperty("changed_by") @Nullable String changedBy,
        @JsonProperty("made_at") Instant madeAt,
        @JsonProperty("expires_at") Instant expiresAt,
        @Nullable DecisionView decision,
        String outcome,
        String correlation,
        List<StepView> history) {

    record FlagView(String rule, String detail) {}

    record EvidenceView(
            String group,
            String label,
            String value,
            String source,
            @JsonProperty("as_of") Instant asOf) {

        static EvidenceView of(Evidence evidence) {
            return new EvidenceView(
                    evidence.group(), evidence.label(), evidence.value(), evidence.source(), evidence.asOf());
        }
    }

    record AlternativeView(String what, String cost) {}

    record DecisionView(
            String by,
            Instant at,
            @JsonProperty("by_policy") boolean byPolicy,
            String notes) {}

    record StepView(Instant at, String by, int revision, String what, String notes) {}

    static ProposalView of(DeskItem item) {
        var proposal = item.proposal();
        return new ProposalView(
                item.id().value(),
                item.revision(),
                item.state().name(),
                proposal.skill().value(),
                proposal.about(),
                proposal.scope().location().value(),
                ActionView.of(proposal.action()),
                proposal.because(),
                Amount.of(proposal.value()),
                proposal.confidencePercent(),
                proposal.actBy(),
                flags(proposal),
                proposal.evidence().stream().map(EvidenceView::of).toList(),
                proposal.alternatives().stream()
                        .map(other -> new AlternativeView(other.what(), other.cost()))
                        .toList(),
                item.phase().name(),
                item.requiredRole().name(),
                item.askedRole().name(),
                text(item.changedBy()),
                item.madeAt(),
                item.expiresAt(),
                decision(item.decision()),
                item.outcome(),
                item.correlation().value(),
                item.history().stream().map(ProposalView::step).toList());
    }

    private static List<FlagView> flags(Proposal proposal) {
        return proposal.flags().stream()
                .map(flag -> new FlagView(flag.rule(), flag.detail()))
                .toList();
    }

    private static StepView step(DeskItem.Step step) {
        return new StepView(step.at(), step.by().value(), step.revision(), step.what(), step.notes());
    }

    private static @Nullable DecisionView decision(DeskItem.@Nullable Decision decision) {
        return decision == null
                ? null
                : new DecisionView(decision.by().value(), decision.at(), decision.byPolicy(), decision.notes());
    }

    private static @Nullable String text(@Nullable UserId user) {
        return user == null ? null : user.value();
    }
}
