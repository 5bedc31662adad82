package io.quartermaster.approvals;

import io.quartermaster.retail.ProposalId;

/// Why the desk would not do what somebody asked of it. Nothing was changed.
public abstract sealed class DeskRefusal extends RuntimeException {

    private DeskRefusal(String message) {
        super(message);
    }

    /// There is no such proposal.
    public static final class UnknownProposal extends DeskRefusal {
        UnknownProposal(ProposalId id) {
            super("There is no proposal (%s).\nMaybe the address was cut off.".formatted(id));
        }
    }

    /// Somebody was faster, or it is past deciding.
    public static final class AlreadyDecided extends DeskRefusal {
        AlreadyDecided(ProposalId id, ProposalState state) {
            super("The proposal (%s) is %s already.\nMaybe somebody else decided: look at its history."
                    .formatted(id, state));
        }
    }

    /// It has changed since one looked.
    public static final class StaleRevision extends DeskRefusal {
        StaleRevision(ProposalId id, int seen, int now) {
            super("The proposal (%s) is at revision %d now, not %d.\nMaybe it was changed: look again."
                    .formatted(id, now, seen));
        }
    }

    /// Its time is over.
    public static final class ProposalExpired extends DeskRefusal {
        ProposalExpired(ProposalId id, java.time.Instant at) {
            super("The proposal (%s) expired at %s.\nMaybe the need is still there: it will be proposed anew."
                    .formatted(id, at));
        }
    }

    /// It is not this person's to decide.
    public static final class NotYours extends DeskRefusal {
        NotYours(String why) {
            super(why);
        }
    }

    /// A second pair of eyes is needed.
    public static final class FourEyesNeeded extends DeskRefusal {
        FourEyesNeeded(String why) {
            super(why);
        }
    }

    /// The policy lets us look, not act.
    public static final class ObserveOnly extends DeskRefusal {
        ObserveOnly(ProposalId id) {
            super("""
                    The proposal (%s) is shown only: its skill observes here.
                    Maybe an administrator should set the phase to ASSIST.""".formatted(id));
        }
    }

    /// What was asked for is no change of this proposal.
    public static final class NoSuchChange extends DeskRefusal {
        NoSuchChange(String why) {
            super(why);
        }
    }

    /// It is on its way, or was never approved.
    public static final class TooLateToUndo extends DeskRefusal {
        TooLateToUndo(ProposalId id, String why) {
            super("The approval of the proposal (%s) cannot be undone: %s".formatted(id, why));
        }
    }

    /// A person must stay in the loop for some more days.
    public static final class TooEarlyToAct extends DeskRefusal {
        TooEarlyToAct(String why) {
            super(why);
        }
    }
}
