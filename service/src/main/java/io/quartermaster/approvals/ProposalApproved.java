package io.quartermaster.approvals;

import io.quartermaster.retail.ProposalId;

/// A yes that can no longer be undone, and that stands in the journal: carry it out.
public record ProposalApproved(ProposalId proposal) {}
