package io.quartermaster.approvals;

import io.quartermaster.retail.ProposalId;

/// What had been approved and came back is given up: nobody needs to carry it out any more.
public record ProposalGivenUp(ProposalId proposal) {}
