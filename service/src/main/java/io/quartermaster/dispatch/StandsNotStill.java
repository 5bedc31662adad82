package io.quartermaster.dispatch;

import io.quartermaster.retail.ProposalId;

/// Nothing needs to be done by hand about that action.
public final class StandsNotStill extends RuntimeException {

    StandsNotStill(ProposalId proposal, String why) {
        super("The proposal (%s) does not wait for a person: %s.\nMaybe somebody was faster: look again."
                .formatted(proposal, why));
    }
}
