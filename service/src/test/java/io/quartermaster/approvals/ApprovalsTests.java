package io.quartermaster.approvals;

import static io.quartermaster.approvals.DeskInATest.ADA_ADMIN;
import static io.quartermaster.approvals.DeskInATest.BEN_BUYER;
import static io.quartermaster.approvals.DeskInATest.MAX_MANAGER;
import static io.quartermaster.approvals.DeskInATest.MIA_MANAGER_ELSEWHERE;
import static io.quartermaster.approvals.Proposals.FACTS;
import static io.quartermaster.approvals.Proposals.anOrder;
import static io.quartermaster.approvals.Proposals.line;
import static io.quartermaster.approvals.Proposals.withLines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.quartermaster.HandClock;
import io.quartermaster.access.Role;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.DeskEvent.ProposalDecided;
import io.quartermaster.retail.DeskEvent.ProposalMade;
import io.quartermaster.retail.DeskEvent.Verdict;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderApproved;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderCancelled;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.TransferEvent.TransferApproved;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What happens at the desk, one story after the other, on a real database.
class ApprovalsTests {

    private static final CorrelationId SALE = new CorrelationId("sale-1");

    private static final HikariDataSource DATABASE = DeskInATest.pool();

    private final ToldJournal journal = new ToldJournal();
    private final HandClock clock = new HandClock();
    private final DeskInATest desk = new DeskInATest(DATABASE, journal, clock);
    private final Approvals approvals = desk.approvals;

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
    void showsAllThatAPersonNeedsToDecide() {
        var id = propose(anOrder().made());

        var item = approvals.find(id).orElseThrow();
        assertThat(item.state()).isEqualTo(ProposalState.WAITING);
        assertThat(item.proposal()).isEqualTo(anOrder().made());
        assertThat(item.correlation()).isEqualTo(SALE);
        assertThat(item.phase()).isEqualTo(Phase.ASSIST);
        assertThat(item.requiredRole()).isEqualTo(Role.MANAGER);
        assertThat(item.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));
        assertThat(item.history()).extracting(DeskItem.Step::what).containsExactly("suggested");
        assertThat(journal.all(ProposalMade.class))
                .extracting(ProposalMade::revision)
                .containsExactly(1);
    }

    @Test
    void anApprovalPutsTheOrderInForceAndIsAnnouncedOnce() {
        var id = propose(anOrder().made());

        var item = approvals.approve(id, 1, MAX_MANAGER, "fine");

        assertThat(item.state()).isEqualTo(ProposalState.APPROVED);
        assertThat(journal.all(ProposalDecided.class))
                .singleElement()
                .satisfies(it -> assertThat(it.verdict()).isEqualTo(Verdict.APPROVED))
                .satisfies(it -> assertThat(it.by()).isEqualTo(MAX_MANAGER))
                .satisfies(it -> assertThat(it.notes()).isEqualTo("fine"));
        assertThat(journal.all(PurchaseOrderApproved.class))
                .singleElement()
                .satisfies(it -> assertThat(it.order()).isEqualTo(new PurchaseOrderId("PO-1001")))
                .satisfies(it -> assertThat(it.lines()).isEqualTo(anOrder().lines()));
        assertThat(desk.announced).containsExactly(id);
        desk.look();
        assertThat(desk.announced).containsExactly(id);
        assertThat(desk.meters
                        .get("quartermaster.desk.decided")
                        .tag("verdict", "approved")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(desk.meters.get("quartermaster.desk.open").gauge().value()).isZero();
    }

    @Test
    void anApprovedTransferIsToldAsATransfer() {
        var id = propose(Proposals.aTransfer(4));

        approvals.approve(id, 1, MAX_MANAGER, "");

        assertThat(journal.all(TransferApproved.class)).hasSize(1);
        assertThat(journal.all(PurchaseOrderApproved.class)).isEmpty();
    }

    @Test
    void nobodyDecidesTwice() {
        var id = propose(anOrder().made());
        approvals.approve(id, 1, MAX_MANAGER, "");

        assertThatThrownBy(() -> approvals.approve(id, 1, BEN_BUYER, ""))
                .isInstanceOf(DeskRefusal.AlreadyDecided.class);
        assertThatThrownBy(() -> approvals.refuse(id, 1, BEN_BUYER, "no"))
                .isInstanceOf(DeskRefusal.AlreadyDecided.class);
        assertThat(journal.all(ProposalDecided.class)).hasSize(1);
    }

    @Test
    void aRefusalKeepsItsReason() {
        var id = propose(anOrder().made());

        var item = approvals.refuse(id, 1, MAX_MANAGER, "too much");

        assertThat(item.state()).isEqualTo(ProposalState.REFUSED);
        assertThat(item.decision()).extracting(DeskItem.Decision::notes).isEqualTo("too much");
        assertThat(journal.all(PurchaseOrderApproved.class)).isEmpty();
        assertThat(desk.announced).isEmpty();
        assertThatThrownBy(() -> approvals.refuse(id, 1, MAX_MANAGER, " ")).isInstanceOf(DeskRefusal.class);
    }

    @Test
    void anUnknownProposalIsSaidToBeUnknown() {
        assertThatThrownBy(() -> approvals.approve(new ProposalId("P-none"), 1, MAX_MANAGER, ""))
                .isInstanceOf(DeskRefusal.UnknownProposal.class);
    }

    @Test
    void theLimitItselfPassesAndOnePennyMoreDoesNot() {
        var exactly = propose(anOrder().about("a").worth("1000.00").made());
        var onePennyMore = propose(anOrder().about("b").worth("1000.01").made());

        assertThat(approvals.approve(exactly, 1, MAX_MANAGER, "").state()).isEqualTo(ProposalState.APPROVED);
        assertThatThrownBy(() -> approvals.approve(onePennyMore, 1, MAX_MANAGER, ""))
                .isInstanceOf(DeskRefusal.NotYours.class)
                .hasMessageContaining("1000.01 GBP")
                .hasMessageContaining("BUYER");
        assertThat(approvals.approve(onePennyMore, 1, BEN_BUYER, "").state()).isEqualTo(ProposalState.APPROVED);
    }

    @Test
    void anAdministratorApprovesAnyAmount() {
        var id = propose(anOrder().worth("999999.99").made());

        assertThatThrownBy(() -> approvals.approve(id, 1, BEN_BUYER, "")).isInstanceOf(DeskRefusal.NotYours.class);
        assertThat(approvals.approve(id, 1, ADA_ADMIN, "").state()).isEqualTo(ProposalState.APPROVED);
    }

    @Test
    void whoWorksElsewhereDecidesNothingHere() {
        var id = propose(anOrder().made());
        var item = approvals.find(id).orElseThrow();

        assertThat(approvals.whyNot(item, MIA_MANAGER_ELSEWHERE).orElseThrow())
                .contains("does not work for high-street");
        assertThat(approvals.whyNot(item, MAX_MANAGER)).isEmpty();
        assertThatThrownBy(() -> approvals.approve(id, 1, MIA_MANAGER_ELSEWHERE, ""))
                .isInstanceOf(DeskRefusal.NotYours.class);
        assertThatThrownBy(() -> approvals.refuse(id, 1, MIA_MANAGER_ELSEWHERE, "no"))
                .isInstanceOf(DeskRefusal.NotYours.class);
        assertThatThrownBy(() -> approvals.change(
                        id, 1, withLines(item.proposal().action(), line("PEN", 3, "2.5")), MIA_MANAGER_ELSEWHERE))
                .isInstanceOf(DeskRefusal.NotYours.class);
    }

    @Test
    void fourEyesSeeWhatOneChangedAboveTheBound() {
        var large = anOrder().about("a").of(line("PEN", 200, "2.5"));
        var id = propose(large.made());
        var small = propose(anOrder().about("b").made());
        approvals.change(id, 1, withLines(large.made().action(), line("PEN", 201, "2.5")), MAX_MANAGER);
        approvals.change(small, 1, withLines(anOrder().made().action(), line("PEN", 11, "2.5")), MAX_MANAGER);

        assertThatThrownBy(() -> approvals.approve(id, 2, MAX_MANAGER, ""))
                .isInstanceOf(DeskRefusal.FourEyesNeeded.class);
        assertThat(approvals.approve(id, 2, BEN_BUYER, "").state()).isEqualTo(ProposalState.APPROVED);
        assertThat(approvals.approve(small, 2, MAX_MANAGER, "").state()).isEqualTo(ProposalState.APPROVED);
    }

    @Test
    void whoAskedForItDoesNotApproveIt() {
        var id = approvals.propose(anOrder().made(), FACTS, SALE, MAX_MANAGER);

        assertThatThrownBy(() -> approvals.approve(id, 1, MAX_MANAGER, ""))
                .isInstanceOf(DeskRefusal.FourEyesNeeded.class);
        assertThat(approvals.approve(id, 1, BEN_BUYER, "").state()).isEqualTo(ProposalState.APPROVED);
    }

    @Test
    void whatCannotBeCarriedOutComesBackAndCanBeGivenUp() {
        var id = propose(anOrder().made());
        approvals.approve(id, 1, MAX_MANAGER, "");

        approvals.cameBack(id, "the supplier has no address");
        assertThat(approvals.waiting(DeskFilter.ALL, 10))
                .singleElement()
                .satisfies(it -> assertThat(it.outcome()).isEqualTo("the supplier has no address"));
        approvals.cancel(id, MAX_MANAGER, "ordered by phone");

        assertThat(approvals.find(id).orElseThrow().state()).isEqualTo(ProposalState.CANCELLED);
        assertThat(journal.all(PurchaseOrderCancelled.class)).hasSize(1);
        assertThatThrownBy(() -> approvals.tryAgain(id, MAX_MANAGER)).isInstanceOf(DeskRefusal.AlreadyDecided.class);
    }

    @Test
    void listsWhatIsUrgentFirstPageByPage() {
        var cheap = propose(anOrder().about("a").worth("10").made());
        var dear = propose(anOrder().about("b").worth("900").made());
        var back = propose(anOrder().about("c").worth("1").made());
        approvals.approve(back, 1, MAX_MANAGER, "");
        approvals.cameBack(back, "no");

        assertThat(ids(approvals.waiting(DeskFilter.ALL, 10))).containsExactly(back, dear, cheap);
        assertThat(ids(approvals.waiting(DeskFilter.ALL.after(back), 1))).containsExactly(dear);
        assertThat(ids(approvals.waiting(DeskFilter.ALL.after(dear), 9))).containsExactly(cheap);
        assertThat(ids(approvals.recent(DeskFilter.ALL, 9))).containsExactly(back);
        var elsewhere = DeskFilter.ALL.at(java.util.Set.of(new io.quartermaster.retail.LocationId("harbour")));
        assertThat(approvals.waiting(elsewhere, 9)).isEmpty();
    }

    private ProposalId propose(Proposal proposal) {
        return approvals.propose(proposal, FACTS, SALE);
    }

    private static List<ProposalId> ids(List<DeskItem> items) {
        return items.stream().map(DeskItem::id).toList();
    }
}
