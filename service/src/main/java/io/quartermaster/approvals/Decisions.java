package io.quartermaster.approvals;

import io.quartermaster.approvals.DeskRefusal.AlreadyDecided;
import io.quartermaster.approvals.DeskRefusal.ProposalExpired;
import io.quartermaster.approvals.DeskRefusal.StaleRevision;
import io.quartermaster.approvals.DeskRefusal.TooLateToUndo;
import io.quartermaster.approvals.DeskRefusal.UnknownProposal;
import io.quartermaster.retail.DeskEvent.Verdict;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Writes decisions down. Each method runs in a transaction of its caller's, and holds the row.
@Component
class Decisions {

    static final UserId POLICY = new UserId("policy");
    static final UserId SYSTEM = new UserId("system");

    private final ProposalStore store;
    private final RevisionStore revisions;
    private final Tidings tidings;
    private final DeskMetrics metrics;
    private final DeskSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Decisions(
            ProposalStore store,
            RevisionStore revisions,
            Tidings tidings,
            DeskMetrics metrics,
            DeskSettings settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.store = store;
        this.revisions = revisions;
        this.tidings = tidings;
        this.metrics = metrics;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    ProposalRow lock(ProposalId id) {
        return store.lock(id).orElseThrow(() -> new UnknownProposal(id));
    }

    /// The row, held, if it still waits and is the one that was looked at.
    ProposalRow lockWaiting(ProposalId id, int revision) {
        var row = lock(id);
        if (row.state() == ProposalState.EXPIRED
                || (row.state() == ProposalState.WAITING && !clock.instant().isBefore(row.expiresAt()))) {
            throw new ProposalExpired(id, row.expiresAt());
        }
        if (row.state() != ProposalState.WAITING) {
            throw new AlreadyDecided(id, row.state());
        }
        if (row.revision() != revision) {
            throw new StaleRevision(id, revision, row.revision());
        }
        return row;
    }

    void approve(ProposalRow row, UserId by, String notes) {
        approve(row, new DeskItem.Decision(by, clock.instant(), false, notes));
    }

    void approveByPolicy(ProposalRow row) {
        approve(row, new DeskItem.Decision(POLICY, clock.instant(), true, "within the signed policy"));
    }

    private void approve(ProposalRow row, DeskItem.Decision decision) {
        var undoUntil = settings.undo().isZero() ? null : decision.at().plus(settings.undo());
        store.decide(row.id(), ProposalState.APPROVED, decision, undoUntil);
        step(row, decision.by(), decision.byPolicy() ? "approved by policy" : "approved", decision.notes());
        if (undoUntil == null) {
            release(lock(row.id()));
        }
    }

    /// From here on the approval stands: the journal is told, then the dispatch.
    void release(ProposalRow row) {
        var decision = Objects.requireNonNull(row.decision(), "an approved proposal has a decision");
        store.release(row.id(), clock.instant());
        tidings.note(row.correlation(), Papers.approved(row, decision, settings.transferDays()), row.id());
        count(row, decision.byPolicy() ? Verdict.APPROVED_BY_POLICY : Verdict.APPROVED, decision.at());
    }

    /// An end without a yes.
    void close(ProposalRow row, ProposalState state, Verdict verdict, UserId by, String notes) {
        var decision = new DeskItem.Decision(by, clock.instant(), false, notes);
        store.decide(row.id(), state, decision, null);
        step(row, by, state.name().toLowerCase(Locale.ROOT), notes);
        tidings.note(row.correlation(), List.of(Papers.decided(lock(row.id()), verdict, decision)));
        count(row, verdict, decision.at());
    }

    void undo(ProposalRow row, UserId by) {
        if (row.state() != ProposalState.APPROVED) {
            throw new TooLateToUndo(row.id(), "it is " + row.state() + ".");
        }
        if (!row.canBeUndone()) {
            throw new TooLateToUndo(row.id(), "it is being carried out.");
        }
        var approval = Objects.requireNonNull(row.decision(), "an approved proposal has a decision");
        var now = clock.instant();
        var verdict = approval.byPolicy() ? Verdict.APPROVED_BY_POLICY : Verdict.APPROVED;
        store.undo(row.id(), later(row.expiresAt(), now.plus(settings.escalation())));
        step(row, by, "approval undone", "");
        tidings.note(
                row.correlation(),
                List.of(
                        Papers.decided(row, verdict, approval),
                        Papers.decided(
                                row, Verdict.UNDONE, new DeskItem.Decision(by, now, false, "nothing had been sent"))));
    }

    void cancel(ProposalRow row, UserId by, String why) {
        requireCameBack(row);
        store.become(row.id(), ProposalState.CANCELLED, why);
        step(row, by, "given up", why);
        tidings.note(row.correlation(), Papers.cancelled(row, by, why, clock.instant()));
        events.publishEvent(new ProposalGivenUp(row.id()));
    }

    void tryAgain(ProposalRow row, UserId by) {
        requireCameBack(row);
        store.become(row.id(), ProposalState.APPROVED, "");
        step(row, by, "tried again", "");
    }

    void doneByHand(ProposalRow row, UserId by, String how) {
        requireCameBack(row);
        store.become(row.id(), ProposalState.DONE, how);
        step(row, by, "said to be done", how);
    }

    void end(ProposalRow row, ProposalState state, String outcome) {
        if (row.state() == ProposalState.APPROVED || row.state() == ProposalState.CAME_BACK) {
            store.become(row.id(), state, outcome);
            step(row, SYSTEM, state == ProposalState.DONE ? "carried out" : "came back", outcome);
        }
    }

    void step(ProposalRow row, UserId by, String what, String notes) {
        revisions.add(row.id(), new DeskItem.Step(clock.instant(), by, row.revision(), what, notes));
    }

    private static void requireCameBack(ProposalRow row) {
        if (row.state() != ProposalState.CAME_BACK) {
            throw new AlreadyDecided(row.id(), row.state());
        }
    }

    private void count(ProposalRow row, Verdict verdict, Instant at) {
        metrics.decided(verdict, Duration.between(row.madeAt(), at));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
