package io.quartermaster.approvals;

import static io.quartermaster.approvals.DeskInATest.ADA_ADMIN;
import static io.quartermaster.approvals.DeskInATest.BEN_BUYER;
import static io.quartermaster.approvals.DeskInATest.CLARA_CLERK;
import static io.quartermaster.approvals.DeskInATest.MAX_MANAGER;
import static io.quartermaster.approvals.DeskInATest.MIA_MANAGER_ELSEWHERE;
import static io.quartermaster.approvals.Proposals.FACTS;
import static io.quartermaster.approvals.Proposals.REPLENISHMENT;
import static io.quartermaster.approvals.Proposals.anOrder;
import static io.quartermaster.approvals.Proposals.line;
import static io.quartermaster.approvals.Proposals.withLines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
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
import io.quartermaster.retail.VariantId;
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
        assertThat(item.decision().notes()).isEqualTo("too much");
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
    void aPersonsQuantitiesStayTheirsWhenTheSkillThinksAgain() {
        var id = propose(
                anOrder().of(line("PEN", 10, "2.5"), line("INK", 4, "3")).made());
        var changed = withLines(anOrder().made().action(), line("PEN", 6, "2.5"), line("INK", 4, "3"));
        approvals.change(id, 1, changed, CLARA_CLERK);

        var again = propose(anOrder()
                .number("PO-1002")
                .of(line("PEN", 20, "2.5"), line("INK", 8, "3"), line("CAP", 2, "1"))
                .made());

        assertThat(again).isEqualTo(id);
        var item = approvals.find(id).orElseThrow();
        assertThat(item.revision()).isEqualTo(3);
        assertThat(Proposals.order(item.proposal()).lines())
                .containsExactly(line("PEN", 6, "2.5"), line("INK", 8, "3"), line("CAP", 2, "1"));
        assertThat(Proposals.order(item.proposal()).order()).isEqualTo(new PurchaseOrderId("PO-1001"));
        assertThat(item.proposal().because()).contains("Quantities that a person set stay");
        assertThat(item.proposal().value().amount()).isEqualByComparingTo("41.00");
        assertThat(item.personsLines()).containsExactly(new VariantId("VPEN"));
        assertThat(approvals.suggested(id, 3).orElseThrow().value().amount()).isEqualByComparingTo("76.00");
    }

    @Test
    void aThoughtThatChangesNothingDoesNotDisturbWhoIsReading() {
        var id = propose(anOrder().made());

        assertThat(propose(anOrder().number("PO-1002").made())).isEqualTo(id);

        assertThat(approvals.find(id).orElseThrow().revision()).isEqualTo(1);
        assertThat(journal.all(ProposalMade.class)).hasSize(1);
    }

    @Test
    void whoLookedAtAnOlderRevisionMustLookAgain() {
        var id = propose(anOrder().made());
        propose(anOrder().of(line("PEN", 30, "2.5")).made());

        assertThatThrownBy(() -> approvals.approve(id, 1, MAX_MANAGER, ""))
                .isInstanceOf(DeskRefusal.StaleRevision.class);
        assertThat(approvals.approve(id, 2, MAX_MANAGER, "").state()).isEqualTo(ProposalState.APPROVED);
    }

    @Test
    void aLineThatAPersonLeftOutStaysOut() {
        var two = anOrder().of(line("PEN", 10, "2.5"), line("INK", 4, "3"));
        var id = propose(two.made());
        approvals.change(id, 1, withLines(two.made().action(), line("INK", 4, "3")), MAX_MANAGER);

        propose(two.of(line("PEN", 12, "2.5"), line("INK", 5, "3")).made());

        assertThat(Proposals.order(approvals.find(id).orElseThrow().proposal()).lines())
                .containsExactly(line("INK", 5, "3"));
    }

    @Test
    void aChangeTouchesQuantitiesOnly() {
        var id = propose(anOrder().made());
        var action = anOrder().made().action();

        assertThatThrownBy(() -> approvals.change(id, 1, withLines(action, line("PEN", 10, "1.0")), MAX_MANAGER))
                .isInstanceOf(DeskRefusal.NoSuchChange.class);
        assertThatThrownBy(() -> approvals.change(id, 1, withLines(action, line("HAT", 1, "2.5")), MAX_MANAGER))
                .isInstanceOf(DeskRefusal.NoSuchChange.class);
        assertThatThrownBy(() -> approvals.change(id, 1, action, MAX_MANAGER))
                .isInstanceOf(DeskRefusal.NoSuchChange.class)
                .hasMessage("Nothing was changed.");
        assertThat(approvals.find(id).orElseThrow().revision()).isEqualTo(1);
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
    void raisingATransferRaisesWhatItIsWorth() {
        var id = propose(Proposals.aTransfer(4));

        var item = approvals.change(id, 1, Proposals.aTransfer(8).action(), MAX_MANAGER);

        assertThat(item.proposal().value().amount()).isEqualByComparingTo("50.00");
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
    void aNeedThatHasGoneTakesItsProposalAway() {
        var id = propose(anOrder().made());

        approvals.withdraw(REPLENISHMENT, anOrder().about(), "stock came in");
        approvals.withdraw(REPLENISHMENT, anOrder().about(), "stock came in");

        assertThat(approvals.find(id).orElseThrow().state()).isEqualTo(ProposalState.WITHDRAWN);
        assertThat(approvals.open(REPLENISHMENT, anOrder().about())).isEmpty();
        assertThat(journal.all(ProposalDecided.class)).hasSize(1);
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
    void theFactsOfEachRevisionStayToTheByte() {
        var facts = new FrozenFacts(3, "{\"b\": 1.10,\"a\":  \"ü\"}");
        var id = approvals.propose(anOrder().made(), facts, SALE);
        approvals.change(id, 1, withLines(anOrder().made().action(), line("PEN", 1, "2.5")), MAX_MANAGER);

        assertThat(approvals.facts(id, 1)).contains(facts);
        assertThat(approvals.facts(id, 2)).contains(facts);
        assertThat(approvals.facts(id, 3)).isEmpty();
        assertThat(approvals.suggested(id, 2)).contains(anOrder().made());
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

    private void withUndo() {
        desk = new DeskInATest(DATABASE, journal, clock, DeskInATest.settings(Duration.ofSeconds(10)));
        approvals = desk.approvals;
    }

    private static List<ProposalId> ids(List<DeskItem> items) {
        return items.stream().map(DeskItem::id).toList();
    }
}
