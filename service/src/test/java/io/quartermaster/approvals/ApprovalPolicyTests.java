package io.quartermaster.approvals;

import static io.quartermaster.approvals.DeskInATest.ADA_ADMIN;
import static io.quartermaster.approvals.DeskInATest.BEN_BUYER;
import static io.quartermaster.approvals.DeskInATest.HIGH_STREET;
import static io.quartermaster.approvals.DeskInATest.MAX_MANAGER;
import static io.quartermaster.approvals.Proposals.ACME;
import static io.quartermaster.approvals.Proposals.FACTS;
import static io.quartermaster.approvals.Proposals.GBP;
import static io.quartermaster.approvals.Proposals.REPLENISHMENT;
import static io.quartermaster.approvals.Proposals.anOrder;
import static io.quartermaster.approvals.Proposals.line;
import static io.quartermaster.approvals.Proposals.withLines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.quartermaster.HandClock;
import io.quartermaster.access.Role;
import io.quartermaster.approvals.PhaseRule.Where;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.DeskEvent.ProposalDecided;
import io.quartermaster.retail.DeskEvent.Verdict;
import io.quartermaster.retail.HouseEvent.SettingChanged;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.ProposalId;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What people have signed, and what follows from it.
class ApprovalPolicyTests {

    private static final HikariDataSource DATABASE = DeskInATest.pool();
    private static final CorrelationId SALE = new CorrelationId("sale-1");
    private static final Where EVERYWHERE = new Where(REPLENISHMENT, null, null, null);
    private static final Where PENS = new Where(REPLENISHMENT, null, "pens", null);

    private final ToldJournal journal = new ToldJournal();
    private final HandClock clock = new HandClock();
    private final DeskInATest desk = new DeskInATest(DATABASE, journal, clock);
    private final Approvals approvals = desk.approvals;
    private final ApprovalPolicy policy = desk.policy;

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void begin() {
        DeskInATest.clear(DATABASE);
    }

    @Test
    void aPersonDecidesUnlessSomethingElseIsSigned() {
        var id = propose(anOrder().made());

        assertThat(approvals.find(id).orElseThrow().phase()).isEqualTo(Phase.ASSIST);
        assertThat(approvals.find(id).orElseThrow().state()).isEqualTo(ProposalState.WAITING);
    }

    @Test
    void whatIsObservedCannotBeApprovedIntoEffect() {
        policy.set(new PhaseRule(EVERYWHERE, Phase.OBSERVE, 0, null), ADA_ADMIN);
        var id = propose(anOrder().made());

        assertThatThrownBy(() -> approvals.approve(id, 1, ADA_ADMIN, "")).isInstanceOf(DeskRefusal.ObserveOnly.class);
        assertThat(desk.announced).isEmpty();

        policy.remove(EVERYWHERE, ADA_ADMIN);
        assertThat(approvals.approve(id, 1, ADA_ADMIN, "").state()).isEqualTo(ProposalState.APPROVED);
    }

    @Test
    void theRuleThatNamesMostWins() {
        policy.set(new PhaseRule(EVERYWHERE, Phase.OBSERVE, 0, null), ADA_ADMIN);
        policy.set(new PhaseRule(PENS, Phase.ASSIST, 0, null), ADA_ADMIN);

        assertThat(phaseOf(anOrder().made())).isEqualTo(Phase.ASSIST);
        assertThat(phaseOf(anOrder().in("hats").made())).isEqualTo(Phase.OBSERVE);

        policy.set(
                new PhaseRule(new Where(REPLENISHMENT, HIGH_STREET, "pens", null), Phase.OBSERVE, 0, null), ADA_ADMIN);
        assertThat(phaseOf(anOrder().made())).isEqualTo(Phase.OBSERVE);
    }

    @Test
    void ofEqualRulesTheMoreCarefulWins() {
        policy.set(new PhaseRule(PENS, Phase.ASSIST, 0, null), ADA_ADMIN);
        policy.set(new PhaseRule(new Where(REPLENISHMENT, null, null, ACME), Phase.OBSERVE, 0, null), ADA_ADMIN);

        assertThat(phaseOf(anOrder().made())).isEqualTo(Phase.OBSERVE);
    }

    @Test
    void aPersonStaysInTheLoopForNinetyDays() {
        propose(anOrder().about("first").made());

        clock.pass(Duration.ofDays(90).minusSeconds(1));
        assertThatThrownBy(() -> policy.set(act("100", 80), ADA_ADMIN))
                .isInstanceOf(DeskRefusal.TooEarlyToAct.class)
                .hasMessageContaining("90 days; 89 are over");

        clock.pass(Duration.ofSeconds(1));
        policy.set(act("100", 80), ADA_ADMIN);
        assertThat(stateOf(propose(anOrder().made()))).isEqualTo(ProposalState.APPROVED);
    }

    @Test
    void aNewLocationBeginsItsNinetyDaysAnew() {
        policy.override(REPLENISHMENT, new LocationId("harbour"), ADA_ADMIN, "a pilot");
        propose(anOrder().about("first").made());
        clock.pass(Duration.ofDays(90));
        policy.set(act("100", 80), ADA_ADMIN);
        JdbcClient.create(DATABASE)
                .sql("update approvals.workflow set started_at = started_at + interval '80 days'")
                .update();

        assertThat(stateOf(propose(anOrder().made()))).isEqualTo(ProposalState.WAITING);
    }

    @Test
    void anOverrideStandsInTheRecord() {
        mayAct("100", 80);

        assertThat(journal.all(SettingChanged.class))
                .extracting(SettingChanged::what)
                .containsExactly("person in the loop", "phase");
        assertThat(stateOf(propose(anOrder().made()))).isEqualTo(ProposalState.APPROVED);
        assertThat(journal.all(ProposalDecided.class))
                .singleElement()
                .satisfies(it -> assertThat(it.verdict()).isEqualTo(Verdict.APPROVED_BY_POLICY));
        assertThat(desk.announced).hasSize(1);
    }

    @Test
    void theLimitItselfIsDoneAndOnePennyMoreIsAsked() {
        mayAct("25.00", 80);

        assertThat(stateOf(propose(anOrder().about("a").worth("25.00").made()))).isEqualTo(ProposalState.APPROVED);
        var more = propose(anOrder().about("b").worth("25.01").made());
        assertThat(stateOf(more)).isEqualTo(ProposalState.WAITING);
        assertThat(approvals.find(more).orElseThrow().history())
                .last()
                .satisfies(it -> assertThat(it.notes()).isEqualTo("its value (25.01 GBP) is above 25.00 GBP"));
    }

    @Test
    void whoIsNotSureEnoughAsks() {
        mayAct("100", 80);

        assertThat(stateOf(propose(anOrder().about("a").sure(80).made()))).isEqualTo(ProposalState.APPROVED);
        assertThat(stateOf(propose(anOrder().about("b").sure(79).made()))).isEqualTo(ProposalState.WAITING);
    }

    @Test
    void anyFlagAsks() {
        mayAct("100", 80);

        assertThat(stateOf(propose(anOrder().flagged("supplier-not-approved").made())))
                .isEqualTo(ProposalState.WAITING);
    }

    @Test
    void whatAPersonWroteIsNotDoneByPolicy() {
        var id = propose(anOrder().made());
        approvals.change(id, 1, withLines(anOrder().made().action(), line("PEN", 4, "2.5")), MAX_MANAGER);
        mayAct("100", 80);

        propose(anOrder().of(line("PEN", 10, "2.5"), line("INK", 1, "1")).made());

        assertThat(approvals.find(id).orElseThrow().revision()).isEqualTo(3);
        assertThat(stateOf(id)).isEqualTo(ProposalState.WAITING);
    }

    @Test
    void aLimitInAnotherCurrencyIsNone() {
        policy.override(REPLENISHMENT, null, ADA_ADMIN, "a pilot");
        var yen = new Money(1_000_000, java.util.Currency.getInstance("JPY"));
        policy.set(new PhaseRule(EVERYWHERE, Phase.ACT, 0, yen), ADA_ADMIN);

        assertThat(stateOf(propose(anOrder().made()))).isEqualTo(ProposalState.WAITING);
    }

    @Test
    void onlyAnAdministratorSigns() {
        assertThatThrownBy(() -> policy.set(new PhaseRule(PENS, Phase.OBSERVE, 0, null), BEN_BUYER))
                .isInstanceOf(DeskRefusal.NotYours.class);
        assertThatThrownBy(() -> policy.setLimit(Role.BUYER, money("1"), BEN_BUYER))
                .isInstanceOf(DeskRefusal.NotYours.class);
        assertThatThrownBy(() -> policy.override(REPLENISHMENT, null, BEN_BUYER, "I want it"))
                .isInstanceOf(DeskRefusal.NotYours.class);
        assertThat(policy.rules()).isEmpty();
        assertThat(journal.all(SettingChanged.class)).isEmpty();
    }

    @Test
    void aLimitThatWasSetTakesEffectAtOnce() {
        var id = propose(anOrder().made());
        policy.setLimit(Role.MANAGER, money("24.99"), ADA_ADMIN);

        assertThatThrownBy(() -> approvals.approve(id, 1, MAX_MANAGER, "")).isInstanceOf(DeskRefusal.NotYours.class);
        policy.setLimit(Role.MANAGER, money("25.00"), ADA_ADMIN);
        assertThat(approvals.approve(id, 1, MAX_MANAGER, "").state()).isEqualTo(ProposalState.APPROVED);
    }

    private void mayAct(String limit, int confidence) {
        policy.override(REPLENISHMENT, null, ADA_ADMIN, "a pilot");
        policy.set(act(limit, confidence), ADA_ADMIN);
    }

    private static PhaseRule act(String limit, int confidence) {
        return new PhaseRule(EVERYWHERE, Phase.ACT, confidence, money(limit));
    }

    private static Money money(String amount) {
        return Money.exactly(new BigDecimal(amount).setScale(2), GBP);
    }

    private ProposalId propose(Proposal proposal) {
        return approvals.propose(proposal, FACTS, SALE);
    }

    private Phase phaseOf(Proposal proposal) {
        return policy.now().phase(proposal);
    }

    private ProposalState stateOf(ProposalId id) {
        return approvals.find(id).orElseThrow().state();
    }
}
