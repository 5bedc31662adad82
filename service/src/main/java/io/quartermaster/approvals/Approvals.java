package io.quartermaster.approvals;

import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.RetailAction;
import io.quartermaster.retail.SkillId;
import io.quartermaster.retail.UserId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The desk: skills lay proposals on it, people and signed policies decide.
///
/// Whatever happens at once, a proposal is decided once. Each step stands in the journal.
@Component
public class Approvals {

    Approvals() {}

    /// Lays a proposal on the desk. If one of the same skill and `about` waits there, this becomes
    /// its next revision: it keeps its paper's number, and the quantities that a person set stay
    /// theirs. If nothing that matters is new, the waiting one stays as it is.
    public ProposalId propose(Proposal proposal, FrozenFacts facts, CorrelationId correlation) {
        throw new UnsupportedOperationException();
    }

    /// The same, at a person's wish: they may not approve it themselves.
    public ProposalId propose(Proposal proposal, FrozenFacts facts, CorrelationId correlation, UserId requester) {
        throw new UnsupportedOperationException();
    }

    /// Takes the waiting proposal of that skill and `about` off the desk; does nothing if none waits.
    public void withdraw(SkillId skill, String about, String why) {
        throw new UnsupportedOperationException();
    }

    /// The proposal of that skill and `about` that waits.
    public Optional<OpenProposal> open(SkillId skill, String about) {
        throw new UnsupportedOperationException();
    }

    public Optional<DeskItem> find(ProposalId id) {
        throw new UnsupportedOperationException();
    }

    /// What waits for a person: what came back first, then by the day until which yes still helps,
    /// then by money. Without histories.
    ///
    /// @param limit at most 200
    public List<DeskItem> waiting(DeskFilter filter, int limit) {
        throw new UnsupportedOperationException();
    }

    /// What was decided, newest first. Without histories.
    ///
    /// @param limit at most 200
    public List<DeskItem> recent(DeskFilter filter, int limit) {
        throw new UnsupportedOperationException();
    }

    /// Why that user may not approve this now, in a sentence; empty if they may.
    public Optional<String> whyNot(DeskItem item, UserId user) {
        throw new UnsupportedOperationException();
    }

    /// Says yes.
    ///
    /// @param revision the one that was looked at
    /// @throws DeskRefusal if this may not be, by this person, now
    public DeskItem approve(ProposalId id, int revision, UserId by, String notes) {
        throw new UnsupportedOperationException();
    }

    /// Writes other quantities into it, or leaves lines out; nothing is decided yet.
    ///
    /// @param changed the same order or transfer, with lines that are there already
    /// @throws DeskRefusal if this may not be, by this person, now
    public DeskItem change(ProposalId id, int revision, RetailAction changed, UserId by) {
        throw new UnsupportedOperationException();
    }

    /// Says no.
    ///
    /// @param why in a few words; not blank
    /// @throws DeskRefusal if this may not be, by this person, now
    public DeskItem refuse(ProposalId id, int revision, UserId by, String why) {
        throw new UnsupportedOperationException();
    }

    /// Takes an approval back while nothing has been done about it: it waits again.
    ///
    /// @throws DeskRefusal.TooLateToUndo if it is on its way already
    public DeskItem undo(ProposalId id, UserId by) {
        throw new UnsupportedOperationException();
    }

    /// Gives up what came back from being carried out: its order or transfer is cancelled.
    ///
    /// @throws DeskRefusal if it has not come back, or is not this person's to decide
    public DeskItem cancel(ProposalId id, UserId by, String why) {
        throw new UnsupportedOperationException();
    }

    /// The facts that this revision was decided on; a person's revision stands on the skill's facts.
    public Optional<FrozenFacts> facts(ProposalId id, int revision) {
        throw new UnsupportedOperationException();
    }

    /// What the skill itself suggested in this revision, before any person's change.
    public Optional<Proposal> suggested(ProposalId id, int revision) {
        throw new UnsupportedOperationException();
    }

    /// The dispatch says: it is done.
    ///
    /// @param reference what the outside system calls the thing that it made
    public void carriedOut(ProposalId id, String reference) {
        throw new UnsupportedOperationException();
    }

    /// The dispatch says: it could not be done, or nobody knows; a person must look.
    public void cameBack(ProposalId id, String why) {
        throw new UnsupportedOperationException();
    }

    /// The dispatch says: a person had it tried again.
    public void triedAgain(ProposalId id, UserId by) {
        throw new UnsupportedOperationException();
    }
}
