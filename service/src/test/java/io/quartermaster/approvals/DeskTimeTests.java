package io.quartermaster.approvals;

import static io.quartermaster.approvals.DeskInATest.MAX_MANAGER;
import static io.quartermaster.approvals.Proposals.FACTS;
import static io.quartermaster.approvals.Proposals.anOrder;
import static io.quartermaster.approvals.Proposals.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.quartermaster.HandClock;
import io.quartermaster.access.Role;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.DeskEvent.ProposalDecided;
import io.quartermaster.retail.DeskEvent.Verdict;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderApproved;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What time does to a proposal: it expires, is put to the next role, and an approval takes
/// effect.
class DeskTimeTests {

    private static final CorrelationId SALE = new CorrelationId("sale-1");

    private static final HikariDataSource DATABASE = DeskInATest.pool();

    private final ToldJournal journal = new ToldJournal();
    private final HandClock clock = new HandClock();
    private DeskInATest desk = new DeskInATest(DATABASE, journal, clock);
    private Approvals approvals = desk.approvals;

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void begin() {
        DeskInATest.clear(DATABASE);
        assertThat(approvals.waiting(DeskFilter.ALL, 10)).isEmpty();
    }

    @Test
    void whatNobodyDecidesExpires() {
        var id = propose(anOrder().made());
        clock.pass(Duration.ofDays(7));

        assertThatThrownBy(() -> approvals.approve(id, 1, MAX_MANAGER, ""))
                .isInstanceOf(DeskRefusal.ProposalExpired.class);
        desk.look();

        assertThat(approvals.find(id).orElseThrow().state()).isEqualTo(ProposalState.EXPIRED);
        assertThat(journal.all(ProposalDecided.class))
                .extracting(ProposalDecided::verdict)
                .containsExactly(Verdict.EXPIRED);
        assertThatThrownBy(() -> approvals.approve(id, 1, MAX_MANAGER, ""))
                .isInstanceOf(DeskRefusal.ProposalExpired.class);
        assertThat(propose(anOrder().number("PO-1002").made())).isNotEqualTo(id);
    }

    @Test
    void aMomentBeforeItExpiresItCanBeApproved() {
        var id = propose(anOrder().made());
        clock.pass(Duration.ofDays(7).minusMillis(1));
        desk.look();

        assertThat(approvals.approve(id, 1, MAX_MANAGER, "").state()).isEqualTo(ProposalState.APPROVED);
    }

    @Test
    void whatWaitsLongIsPutToTheNextRole() {
        var id = propose(anOrder().made());

        clock.pass(Duration.ofHours(8));
        desk.look();
        desk.look();
        assertThat(approvals.find(id).orElseThrow().askedRole()).isEqualTo(Role.BUYER);
        assertThat(approvals.find(id).orElseThrow().requiredRole()).isEqualTo(Role.MANAGER);

        clock.pass(Duration.ofHours(8));
        desk.look();
        clock.pass(Duration.ofHours(8));
        desk.look();
        assertThat(approvals.find(id).orElseThrow().askedRole()).isEqualTo(Role.ADMIN);
    }

    @Test
    void anApprovalCanBeUndoneUntilItTakesEffect() {
        withUndo();
        var id = propose(anOrder().made());

        var approved = approvals.approve(id, 1, MAX_MANAGER, "");
        assertThat(approved.undoUntil()).isEqualTo(clock.instant().plusSeconds(10));
        assertThat(desk.announced).isEmpty();
        assertThat(propose(anOrder().of(line("PEN", 99, "2.5")).made())).isEqualTo(id);
        var undone = approvals.undo(id, MAX_MANAGER);

        assertThat(undone.state()).isEqualTo(ProposalState.WAITING);
        assertThat(journal.all(PurchaseOrderApproved.class)).isEmpty();
        assertThat(journal.all(ProposalDecided.class))
                .extracting(ProposalDecided::verdict)
                .containsExactly(Verdict.APPROVED, Verdict.UNDONE);
        clock.pass(Duration.ofSeconds(11));
        desk.look();
        assertThat(desk.announced).isEmpty();
        approvals.approve(id, 1, MAX_MANAGER, "after all");
        clock.pass(Duration.ofSeconds(10));
        desk.look();
        assertThat(desk.announced).containsExactly(id);
        assertThat(journal.all(PurchaseOrderApproved.class)).hasSize(1);
        assertThatThrownBy(() -> approvals.undo(id, MAX_MANAGER)).isInstanceOf(DeskRefusal.TooLateToUndo.class);
    }

    @Test
    void withoutTimeToUndoThereIsNoUndo() {
        var id = propose(anOrder().made());
        approvals.approve(id, 1, MAX_MANAGER, "");

        assertThatThrownBy(() -> approvals.undo(id, MAX_MANAGER)).isInstanceOf(DeskRefusal.TooLateToUndo.class);
    }

    private ProposalId propose(Proposal proposal) {
        return approvals.propose(proposal, FACTS, SALE);
    }

    private void withUndo() {
        desk = new DeskInATest(DATABASE, journal, clock, DeskInATest.settings(Duration.ofSeconds(10)));
        approvals = desk.approvals;
    }
}
