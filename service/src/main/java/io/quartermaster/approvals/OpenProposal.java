package io.quartermaster.approvals;

import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.VariantId;
import java.util.Set;

/// A proposal that still waits: a second need of the same kind joins it.
///
/// @param proposal as it stands now, a person's changes included
/// @param personsLines the variants whose quantities a person set: they stay theirs
public record OpenProposal(
        ProposalId id, int revision, Proposal proposal, CorrelationId correlation, Set<VariantId> personsLines) {

    public OpenProposal {
        personsLines = Set.copyOf(personsLines);
    }
}
