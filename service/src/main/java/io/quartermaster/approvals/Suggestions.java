package io.quartermaster.approvals;

import io.quartermaster.approvals.RevisionStore.Revision;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.RetailAction;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.retail.UserId;
import io.quartermaster.retail.VariantId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes suggestions down: new ones, newer ones, and what a person wrote into them.
@Component
class Suggestions {

    /// More revisions than these help nobody: from then on the newest one stays.
    static final int REVISIONS_MAX = 1_000;

    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int ID_LETTERS = 12;

    private final ProposalStore store;
    private final RevisionStore revisions;
    private final ApprovalPolicy policy;
    private final Decisions decisions;
    private final Tidings tidings;
    private final DeskSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Suggestions(
            ProposalStore store,
            RevisionStore revisions,
            ApprovalPolicy policy,
            Decisions decisions,
            Tidings tidings,
            DeskSettings settings,
            Clock clock) {
        this.store = store;
        this.revisions = revisions;
        this.policy = policy;
        this.decisions = decisions;
        this.tidings = tidings;
        this.settings = settings;
        this.clock = clock;
    }

    /// Lays it on the desk, or lets it join the one that is open; then asks the policy.
    ProposalId lay(Proposal proposal, FrozenFacts facts, CorrelationId correlation, UserId requester) {
        store.lockMatter(proposal.skill(), proposal.about());
        var open = store.lockOpen(proposal.skill(), proposal.about()).orElse(null);
        if (open == null) {
            var last = store.newest(proposal.skill(), proposal.about()).filter(row -> isPaperOf(row, proposal));
            return last.isPresent()
                    ? last.get().id() // somebody said yes while this was being worked out: it is worked out anew
                    : begin(proposal, facts, correlation, requester).id();
        }
        if (open.state() == ProposalState.WAITING) {
            join(open, proposal, facts);
        }
        return open.id(); // one whose approval can still be undone stays as it was approved
    }

    /// Whether the number of the order or transfer is used up: one paper is never sent for two
    /// proposals.
    private static boolean isPaperOf(ProposalRow row, Proposal proposal) {
        var saidYes =
                switch (row.state()) {
                    case APPROVED, DONE, CAME_BACK -> true;
                    case WAITING, CANCELLED, REFUSED, EXPIRED, WITHDRAWN -> false;
                };
        return saidYes
                && switch (proposal.action()) {
                    case OrderFromSupplier order ->
                        row.proposal().action() instanceof OrderFromSupplier other
                                && other.order().equals(order.order());
                    case TransferStock transfer ->
                        row.proposal().action() instanceof TransferStock other
                                && other.transfer().equals(transfer.transfer());
                    case TellPerson _ -> false;
                };
    }

    /// What a person wrote: a revision of their own.
    ProposalRow change(ProposalRow row, RetailAction changed, UserId by) {
        var persons = new HashSet<>(row.personsLines());
        persons.addAll(PersonsChange.variants(row.proposal().action(), changed));
        var content = Joining.with(row.proposal(), changed, row.proposal().because());
        var revised = revised(row, content, persons, by);
        var facts = revisions.bySkill(row.id(), row.revision()).orElseThrow().facts();
        write(revised, Revision.byPerson(content), java.util.Objects.requireNonNull(facts), "changed");
        return revised;
    }

    private ProposalRow begin(Proposal proposal, FrozenFacts facts, CorrelationId correlation, UserId requester) {
        var now = clock.instant();
        var row = new ProposalRow(
                newId(),
                1,
                ProposalState.WAITING,
                proposal,
                correlation,
                requester,
                null,
                Set.of(),
                policy.now().requiredRole(proposal.value()),
                now,
                now.plus(settings.expiry()),
                0,
                null,
                null,
                null,
                "");
        store.insert(row, now.plus(settings.escalation()));
        policy.started(proposal.skill(), proposal.scope().location());
        revisions.add(row.id(), new Revision(proposal, proposal, facts), step(row, requester, "suggested"));
        tidings.note(correlation, List.of(Papers.made(row, proposal.because(), facts, now)));
        askPolicy(row);
        return row;
    }

    private void join(ProposalRow open, Proposal newer, FrozenFacts facts) {
        var joined = Joining.join(open.proposal(), newer, open.personsLines());
        if (!Joining.matters(open.proposal(), joined) || open.revision() >= REVISIONS_MAX) {
            return;
        }
        var revised = revised(open, joined, open.personsLines(), open.changedBy());
        write(revised, new Revision(joined, newer, facts), facts, "suggested anew");
        askPolicy(revised);
    }

    private void write(ProposalRow row, Revision revision, FrozenFacts facts, String what) {
        var by = revision.facts() == null ? row.changedBy() : null;
        var because = row.proposal().because();
        store.revise(row);
        revisions.add(row.id(), revision, step(row, by == null ? Decisions.SYSTEM : by, what));
        tidings.note(
                row.correlation(),
                List.of(Papers.made(
                        row, by == null ? because : by + " set quantities. " + because, facts, clock.instant())));
    }

    private void askPolicy(ProposalRow row) {
        if (policy.now().phase(row.proposal()) != Phase.ACT) {
            return;
        }
        var why = row.personsLines().isEmpty()
                ? policy.whyAsk(row.proposal())
                : java.util.Optional.of("a person set quantities");
        why.ifPresentOrElse(
                reason -> decisions.step(row, Decisions.POLICY, "a person is asked", reason),
                () -> decisions.approveByPolicy(row));
    }

    private ProposalRow revised(ProposalRow row, Proposal content, Set<VariantId> persons, @Nullable UserId changedBy) {
        var needed = policy.now().requiredRole(content.value());
        return new ProposalRow(
                row.id(),
                row.revision() + 1,
                row.state(),
                content,
                row.correlation(),
                row.requester(),
                changedBy,
                persons,
                needed.compareTo(row.askedRole()) > 0 ? needed : row.askedRole(),
                row.madeAt(),
                clock.instant().plus(settings.expiry()),
                row.decisions(),
                row.decision(),
                row.undoUntil(),
                row.releasedAt(),
                row.outcome());
    }

    private DeskItem.Step step(ProposalRow row, UserId by, String what) {
        return new DeskItem.Step(
                clock.instant(), by, row.revision(), what, row.proposal().because());
    }

    private ProposalId newId() {
        var letters = new StringBuilder("P-");
        for (var i = 0; i < ID_LETTERS; i++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return new ProposalId(letters.toString());
    }
}
