package io.quartermaster.approvals;

import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.SkillId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Shows what lies on the desk, in the light of the policy of this moment.
@Component
class Desk {

    private final ProposalStore store;
    private final RevisionStore revisions;
    private final DeskListing listing;
    private final ApprovalPolicy policy;

    Desk(ProposalStore store, RevisionStore revisions, DeskListing listing, ApprovalPolicy policy) {
        this.store = store;
        this.revisions = revisions;
        this.listing = listing;
        this.policy = policy;
    }

    SignedPolicy policy() {
        return policy.now();
    }

    Optional<OpenProposal> open(SkillId skill, String about) {
        return store.waiting(skill, about).map(ProposalRow::open);
    }

    Optional<ProposalRow> lockWaiting(SkillId skill, String about) {
        store.lockMatter(skill, about);
        return store.lockOpen(skill, about).filter(row -> row.state() == ProposalState.WAITING);
    }

    Optional<DeskItem> find(ProposalId id) {
        return store.find(id).map(row -> item(row, policy(), revisions.history(id)));
    }

    List<DeskItem> list(DeskListing.Kind kind, DeskFilter filter, int limit) {
        var signed = policy();
        return listing.list(kind, filter, limit).stream()
                .map(row -> item(row, signed, List.of()))
                .toList();
    }

    /// Without its history.
    DeskItem item(ProposalRow row) {
        return item(row, policy(), List.of());
    }

    Optional<RevisionStore.Revision> bySkill(ProposalId id, int revision) {
        return revisions.bySkill(id, revision);
    }

    private static DeskItem item(ProposalRow row, SignedPolicy policy, List<DeskItem.Step> history) {
        return new DeskItem(
                row.id(),
                row.revision(),
                row.state(),
                row.proposal(),
                row.correlation(),
                policy.phase(row.proposal()),
                policy.requiredRole(row.proposal().value()),
                row.askedRole(),
                row.requester(),
                row.changedBy(),
                row.personsLines(),
                row.madeAt(),
                row.expiresAt(),
                row.decision(),
                row.canBeUndone() ? row.undoUntil() : null,
                row.outcome(),
                history);
    }
}
