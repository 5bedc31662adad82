package io.quartermaster.approvals;

import static io.quartermaster.approvals.DeskInATest.CLARA_CLERK;
import static io.quartermaster.approvals.DeskInATest.MAX_MANAGER;
import static io.quartermaster.approvals.Proposals.FACTS;
import static io.quartermaster.approvals.Proposals.REPLENISHMENT;
import static io.quartermaster.approvals.Proposals.anOrder;
import static io.quartermaster.approvals.Proposals.line;
import static io.quartermaster.approvals.Proposals.withLines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.quartermaster.HandClock;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.DeskEvent.ProposalDecided;
import io.quartermaster.retail.DeskEvent.ProposalMade;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.VariantId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What becomes of a proposal that waits when the skill, or a person, thinks again.
class JoiningTests {

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
    void raisingATransferRaisesWhatItIsWorth() {
        var id = propose(Proposals.aTransfer(4));

        var item = approvals.change(id, 1, Proposals.aTransfer(8).action(), MAX_MANAGER);

        assertThat(item.proposal().value().amount()).isEqualByComparingTo("50.00");
        assertThat(journal.all(ProposalMade.class))
                .last()
                .satisfies(it -> assertThat(it.because()).startsWith("max set quantities."));
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
    void theFactsOfEachRevisionStayToTheByte() {
        var facts = new FrozenFacts(3, "{\"b\": 1.10,\"a\":  \"ü\"}");
        var id = approvals.propose(anOrder().made(), facts, SALE);
        approvals.change(id, 1, withLines(anOrder().made().action(), line("PEN", 1, "2.5")), MAX_MANAGER);

        assertThat(approvals.facts(id, 1)).contains(facts);
        assertThat(approvals.facts(id, 2)).contains(facts);
        assertThat(approvals.facts(id, 3)).isEmpty();
        assertThat(approvals.suggested(id, 2)).contains(anOrder().made());
    }

    private ProposalId propose(Proposal proposal) {
        return approvals.propose(proposal, FACTS, SALE);
    }
}
