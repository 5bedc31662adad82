package io.quartermaster.approvals;

import io.quartermaster.access.Role;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.UserId;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A proposal as it stands in the desk's table, with the words of its newest revision.
///
/// @param decisions how often it was decided: more than once if an approval was undone
/// @param releasedAt since when an approval can no longer be undone; null before
record ProposalRow(
        ProposalId id,
        int revision,
        ProposalState state,
        Proposal proposal,
        CorrelationId correlation,
        UserId requester,
        @Nullable UserId changedBy,
        Set<VariantId> personsLines,
        Role askedRole,
        Instant madeAt,
        Instant expiresAt,
        int decisions,
        DeskItem.@Nullable Decision decision,
        @Nullable Instant undoUntil,
        @Nullable Instant releasedAt,
        String outcome) {

    ProposalRow {
        personsLines = Set.copyOf(personsLines);
    }

    /// Whether its approval can be taken back.
    boolean canBeUndone() {
        return state == ProposalState.APPROVED && releasedAt == null;
    }

    OpenProposal open() {
        return new OpenProposal(id, revision, proposal, correlation, personsLines);
    }
}
