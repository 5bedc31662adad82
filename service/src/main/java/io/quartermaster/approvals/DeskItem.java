package io.quartermaster.approvals;

import io.quartermaster.access.Role;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.UserId;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One proposal as it lies on the desk: what is suggested, how far it has come, who may decide.
///
/// @param revision the newest one; to decide, one must have seen it
/// @param proposal as it stands now, a person's changes included
/// @param phase by the policy of this moment
/// @param requiredRole the least role whose limit bears the money
/// @param askedRole whom it is put to now: the required role, or a higher one after escalation
/// @param requester at whose wish it was suggested; `system` when a skill saw the need itself
/// @param changedBy who changed it last; null if only the skill wrote it
/// @param personsLines the variants whose quantities a person set
/// @param decision null while it waits
/// @param undoUntil until when the approval can be undone; null when there is nothing to undo
/// @param outcome what came of carrying it out, or why it came back; empty before
/// @param history oldest first
public record DeskItem(
        ProposalId id,
        int revision,
        ProposalState state,
        Proposal proposal,
        CorrelationId correlation,
        Phase phase,
        Role requiredRole,
        Role askedRole,
        UserId requester,
        @Nullable UserId changedBy,
        Set<VariantId> personsLines,
        Instant madeAt,
        Instant expiresAt,
        @Nullable Decision decision,
        @Nullable Instant undoUntil,
        String outcome,
        List<Step> history) {

    public DeskItem {
        personsLines = Set.copyOf(personsLines);
        history = List.copyOf(history);
    }

    /// Who said what, and when.
    ///
    /// @param byPolicy whether a signed policy said yes, not a person
    public record Decision(UserId by, Instant at, boolean byPolicy, String notes) {}

    /// One thing that happened to it.
    ///
    /// @param what in words for people: `suggested`, `changed`, `approved`, `put to a buyer`
    public record Step(Instant at, UserId by, int revision, String what, String notes) {}
}
