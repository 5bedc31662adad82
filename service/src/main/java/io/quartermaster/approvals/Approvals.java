package io.quartermaster.approvals;

import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.DeskEvent.Verdict;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.RetailAction;
import io.quartermaster.retail.SkillId;
import io.quartermaster.retail.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The desk: skills lay proposals on it, people and signed policies decide.
///
/// Whatever happens at once, a proposal is decided once. Each step stands in the journal.
@Component
public class Approvals {

    private static final int LIST_MAX = 200;
    private static final int NOTES_LENGTH_MAX = 2_000;

    private final Suggestions suggestions;
    private final Decisions decisions;
    private final Desk desk;
    private final Signing signing;
    private final Tidings tidings;
    private final TransactionTemplate transaction;

    Approvals(
            Suggestions suggestions,
            Decisions decisions,
            Desk desk,
            Signing signing,
            Tidings tidings,
            PlatformTransactionManager transactions) {
        this.suggestions = suggestions;
        this.decisions = decisions;
        this.desk = desk;
        this.signing = signing;
        this.tidings = tidings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Lays a proposal on the desk. If one of the same skill and `about` waits there, this becomes
    /// its next revision: it keeps its paper's number, and the quantities that a person set stay
    /// theirs. If nothing that matters is new, the waiting one stays as it is.
    public ProposalId propose(Proposal proposal, FrozenFacts facts, CorrelationId correlation) {
        return propose(proposal, facts, correlation, Decisions.SYSTEM);
    }

    /// The same, at a person's wish: they may not approve it themselves.
    public ProposalId propose(Proposal proposal, FrozenFacts facts, CorrelationId correlation, UserId requester) {
        return told(() -> suggestions.lay(proposal, facts, correlation, requester));
    }

    /// Takes the waiting proposal of that skill and `about` off the desk; does nothing if none waits.
    public void withdraw(SkillId skill, String about, String why) {
        told(() -> {
            var waiting = desk.lockWaiting(skill, about);
            waiting.ifPresent(row ->
                    decisions.close(row, ProposalState.WITHDRAWN, Verdict.WITHDRAWN, Decisions.SYSTEM, bounded(why)));
            return waiting.isPresent();
        });
    }

    /// The proposal of that skill and `about` that waits.
    public Optional<OpenProposal> open(SkillId skill, String about) {
        return desk.open(skill, about);
    }

    public Optional<DeskItem> find(ProposalId id) {
        return desk.find(id);
    }

    /// What waits for a person: what came back first, then by the day until which yes still helps,
    /// then by money. Without histories.
    ///
    /// @param limit at most 200
    public List<DeskItem> waiting(DeskFilter filter, int limit) {
        return desk.list(DeskListing.Kind.WAITING, filter, Math.clamp(limit, 1, LIST_MAX));
    }

    /// What was decided, newest first. Without histories.
    ///
    /// @param limit at most 200
    public List<DeskItem> recent(DeskFilter filter, int limit) {
        return desk.list(DeskListing.Kind.DECIDED, filter, Math.clamp(limit, 1, LIST_MAX));
    }

    /// Why that user may not approve this now, in a sentence; empty if they may.
    public Optional<String> whyNot(DeskItem item, UserId user) {
        return item.state() == ProposalState.WAITING
                ? signing.whyNotApprove(item, user, desk.policy()).map(DeskRefusal::getMessage)
                : Optional.of("It is " + item.state() + " already.");
    }

    /// Says yes.
    ///
    /// @param revision the one that was looked at
    /// @throws DeskRefusal if this may not be, by this person, now
    public DeskItem approve(ProposalId id, int revision, UserId by, String notes) {
        return decided(id, () -> {
            var row = decisions.lockWaiting(id, revision);
            signing.requireMayApprove(desk.item(row), by, desk.policy());
            decisions.approve(row, by, bounded(notes));
        });
    }

    /// Writes other quantities into it, or leaves lines out; nothing is decided yet.
    ///
    /// @param changed the same order or transfer, with lines that are there already
    /// @throws DeskRefusal if this may not be, by this person, now
    public DeskItem change(ProposalId id, int revision, RetailAction changed, UserId by) {
        return decided(id, () -> {
            var row = decisions.lockWaiting(id, revision);
            signing.requireMayChange(desk.item(row), by);
            suggestions.change(row, changed, by);
        });
    }

    /// Says no.
    ///
    /// @param why in a few words; not blank
    /// @throws DeskRefusal if this may not be, by this person, now
    public DeskItem refuse(ProposalId id, int revision, UserId by, String why) {
        if (why.isBlank()) {
            throw new DeskRefusal.NoSuchChange(
                    "A refusal needs its reason.\nMaybe: too much, wrong supplier, not now.");
        }
        return decided(id, () -> {
            var row = decisions.lockWaiting(id, revision);
            signing.requireMayRefuse(desk.item(row), by, desk.policy());
            decisions.close(row, ProposalState.REFUSED, Verdict.REFUSED, by, bounded(why));
        });
    }

    /// Takes an approval back while nothing has been done about it: it waits again.
    ///
    /// @throws DeskRefusal.TooLateToUndo if it is on its way already
    public DeskItem undo(ProposalId id, UserId by) {
        return decided(id, () -> {
            var row = decisions.lock(id);
            signing.requireMayRefuse(desk.item(row), by, desk.policy());
            decisions.undo(row, by);
        });
    }

    /// Gives up what came back from being carried out: its order or transfer is cancelled.
    ///
    /// @throws DeskRefusal if it has not come back, or is not this person's to decide
    public DeskItem cancel(ProposalId id, UserId by, String why) {
        return decided(id, () -> {
            var row = decisions.lock(id);
            signing.requireMayRefuse(desk.item(row), by, desk.policy());
            decisions.cancel(row, by, bounded(why));
        });
    }

    /// The facts that this revision was decided on; a person's revision stands on the skill's facts.
    public Optional<FrozenFacts> facts(ProposalId id, int revision) {
        return desk.bySkill(id, revision).map(RevisionStore.Revision::facts);
    }

    /// What the skill itself suggested in this revision, before any person's change.
    public Optional<Proposal> suggested(ProposalId id, int revision) {
        return desk.bySkill(id, revision).map(RevisionStore.Revision::suggested);
    }

    /// The dispatch says: it is done.
    ///
    /// @param reference what the outside system calls the thing that it made
    public void carriedOut(ProposalId id, String reference) {
        transaction.executeWithoutResult(
                _ -> decisions.end(decisions.lock(id), ProposalState.DONE, bounded(reference)));
    }

    /// The dispatch says: it could not be done, or nobody knows; a person must look.
    public void cameBack(ProposalId id, String why) {
        transaction.executeWithoutResult(_ -> decisions.end(decisions.lock(id), ProposalState.CAME_BACK, bounded(why)));
    }

    /// The dispatch says: a person has it tried again.
    ///
    /// @throws DeskRefusal if it has not come back, or is not this person's to decide
    public void tryAgain(ProposalId id, UserId by) {
        transaction.executeWithoutResult(_ -> {
            var row = decisions.lock(id);
            signing.requireMayRefuse(desk.item(row), by, desk.policy());
            decisions.tryAgain(row, by);
        });
    }

    /// A person says that what came back is done all the same: it arrived, or they did it themselves.
    ///
    /// @throws DeskRefusal if it has not come back, or is not this person's to decide
    public void doneByHand(ProposalId id, UserId by, String how) {
        transaction.executeWithoutResult(_ -> {
            var row = decisions.lock(id);
            signing.requireMayRefuse(desk.item(row), by, desk.policy());
            decisions.doneByHand(row, by, bounded(how));
        });
    }

    private DeskItem decided(ProposalId id, Runnable work) {
        told(() -> {
            work.run();
            return id;
        });
        return desk.find(id).orElseThrow();
    }

    /// Works in one transaction, then tells the journal.
    private <T> T told(Supplier<T> work) {
        var answer = transaction.execute(_ -> work.get());
        tidings.tellSoon();
        return answer;
    }

    private static String bounded(String text) {
        return text.length() > NOTES_LENGTH_MAX ? text.substring(0, NOTES_LENGTH_MAX) : text;
    }
}
