package io.quartermaster.skills.replenishment;

import static io.quartermaster.retail.Quantity.each;
import static io.quartermaster.skills.replenishment.Shelf.TODAY;
import static io.quartermaster.skills.replenishment.Shelf.aShelf;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.approvals.Evidence;
import io.quartermaster.approvals.Proposal;
import io.quartermaster.approvals.Proposal.Alternative;
import io.quartermaster.approvals.Proposal.Flag;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.OrderLine;
import io.quartermaster.retail.RetailAction.TransferStock;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplenishmentSkillTests {

    private final ReplenishmentSkill skill = new ReplenishmentSkill();

    @Test
    void leavesAFullShelfAlone() {
        assertThat(skill.decide(aShelf().holding(61).facts())).isEmpty();
    }

    /// By hand: up to 210 from 60 are 150, in packs of twelve 156, at 3.10 each 483.60.
    @Test
    void ordersUpToTheTargetAtTheReorderPoint() {
        var proposal = only(aShelf().holding(60));

        assertThat(proposal.about()).isEqualTo("order/ACME/high-street");
        assertThat(order(proposal).lines())
                .singleElement()
                .extracting(OrderLine::quantity)
                .isEqualTo(each(156));
        assertThat(proposal.value()).hasToString("483.60 EUR");
        assertThat(order(proposal).deliverBy()).isEqualTo(TODAY.plusDays(7));
        assertThat(order(proposal).order()).hasToString("PO-1001");
    }

    @Test
    void countsWhatIsAlreadyOnItsWay() {
        assertThat(skill.decide(aShelf().holding(2).expecting(60).facts())).isEmpty();
        assertThat(skill.decide(aShelf().holding(2).underWay(60).facts())).isEmpty();
    }

    @Test
    void doesNotCountOnWhatIsPromised() {
        assertThat(order(only(aShelf().holding(100).promising(40))).lines()).hasSize(1);
    }

    @Test
    void ordersMoreThanTheTargetWhenTheTillOversold() {
        assertThat(order(only(aShelf().holding(-3))).lines().getFirst().quantity())
                .isEqualTo(each(216));
    }

    /// By hand: 15 at five a day last three days, and an order takes seven.
    @Test
    void saysWhyWithTheFiguresThatDecided() {
        var proposal = only(aShelf().holding(15));

        assertThat(proposal.because())
                .isEqualTo("A123-BLUE: 15 units there or coming, and the reorder point is 60; "
                        + "it runs out on 2026-11-24, before an order of 7 days can be here.");
        assertThat(proposal.actBy()).isEqualTo(TODAY);
    }

    /// By hand: 60 at five a day last until the third of December, less seven days of lead time.
    @Test
    void namesTheLastDayOnWhichYesStillHelps() {
        assertThat(only(aShelf().holding(60)).actBy()).isEqualTo(TODAY.plusDays(5));
    }

    @Test
    void takesTheSurplusOfAnotherShopBeforeItBuys() {
        var proposal = only(aShelf().holding(20).withSurplus("harbour", 500));

        assertThat(proposal.about()).isEqualTo("transfer/ACME/harbour/high-street");
        assertThat(proposal.action()).isInstanceOfSatisfying(TransferStock.class, transfer -> {
            assertThat(transfer.from()).isEqualTo(new LocationId("harbour"));
            assertThat(transfer.lines().getFirst().quantity()).isEqualTo(each(190));
        });
        assertThat(proposal.alternatives())
                .contains(new Alternative("buy it from Acme instead, in 7 days", "595.20 EUR"));
    }

    @Test
    void buysWhenNobodyHasEnoughToSpareAndSaysWhoHasSome() {
        var proposal = only(aShelf().holding(20).withSurplus("harbour", 100));

        assertThat(order(proposal).lines().getFirst().quantity()).isEqualTo(each(192));
        assertThat(proposal.alternatives())
                .extracting(Alternative::what)
                .contains(
                        "take 100 units of A123-BLUE from harbour first",
                        "order A123-BLUE from Beta, in 12 days",
                        "wait 7 days");
    }

    /// By hand: 20 there; until the goods come in seven days 35 are asked for, in fourteen 70: 35
    /// more are missed, at 1.50 each 52.50.
    @Test
    void saysWhatWaitingCosts() {
        assertThat(only(aShelf().holding(20)).alternatives())
                .contains(new Alternative("wait 7 days", "35 more missed, which costs about 52.50 EUR"));
    }

    @Test
    void putsAllOfOneSupplierIntoOneOrderAndTransfersTheRest() {
        var proposals = skill.decide(aShelf().holding(20)
                .beside(aShelf().of("B7").holding(10))
                .beside(aShelf().of("C9").holding(30).withSurplus("harbour", 900))
                .beside(aShelf().of("D1").holding(200))
                .facts());

        assertThat(proposals).hasSize(2);
        assertThat(proposals.getFirst().action()).isInstanceOf(TransferStock.class);
        assertThat(order(proposals.getLast()).lines())
                .extracting(line -> line.sku().value())
                .containsExactly("A123-BLUE", "B7");
    }

    @Test
    void flagsAPriceAboveContract() {
        assertThat(flags(aShelf().holding(20).costing("3.25", "3.10")))
                .containsExactly(
                        new Flag("price-above-contract", "A123-BLUE costs 3.25 EUR, and the contract says 3.10 EUR."));
        assertThat(flags(aShelf().holding(20).costing("3.10", "3.10"))).isEmpty();
        assertThat(flags(aShelf().holding(20).costing("9.99", null))).isEmpty();
    }

    @Test
    void flagsWhomAndWhatAPersonMustLookAt() {
        assertThat(rules(aShelf().holding(20).fromAStranger())).containsExactly("new-supplier");
        assertThat(rules(aShelf().holding(20).fromSomebodyNotApproved())).containsExactly("supplier-not-approved");
        assertThat(rules(aShelf().holding(20).nonStandard())).containsExactly("non-standard-item");
        assertThat(rules(aShelf().holding(20).takenFrom(1_826))).containsExactly("moq-above-a-year");
        assertThat(rules(aShelf().holding(20).takenFrom(1_825))).isEmpty();
    }

    /// By hand: 192 at 3.10 are 595.20; 700 needs 104.80 more, three packs at 37.20: 228 units.
    @Test
    void fillsAnOrderUpToTheSuppliersMinimum() {
        var proposal = only(aShelf().holding(20).fromSomebodyWhoTakesNothingBelow("700.00"));

        assertThat(order(proposal).lines().getFirst().quantity()).isEqualTo(each(228));
        assertThat(proposal.flags()).isEmpty();
        assertThat(proposal.evidence())
                .anySatisfy(
                        evidence -> assertThat(evidence.label()).isEqualTo("added to reach the minimum order value"));
    }

    @Test
    void flagsAnOrderThatCannotSensiblyReachTheMinimum() {
        assertThat(rules(aShelf().holding(20).fromSomebodyWhoTakesNothingBelow("50000.00")))
                .containsExactly("below-minimum-order-value");
    }

    @Test
    void fillsUpWithWhatIsNearlyDue() {
        var proposal = only(aShelf().holding(20)
                .fromSomebodyWhoTakesNothingBelow("640.00")
                .beside(aShelf().of("B7").holding(70)));

        assertThat(order(proposal).lines())
                .extracting(line -> line.sku() + " " + line.quantity())
                .containsExactly("A123-BLUE 192 EACH", "B7 24 EACH");
    }

    @Test
    void showsEachFigureWithItsSourceAndAge() {
        assertThat(only(aShelf().holding(15)).evidence())
                .contains(
                        new Evidence("A123-BLUE", "inventory position", "15 units", "stock book", Shelf.NOW),
                        new Evidence("A123-BLUE", "sold in 7 days", "36 units", "sales book", Shelf.NOW),
                        new Evidence(
                                "A123-BLUE",
                                "sold in 365 days",
                                "560 units, in the 112 days that are known",
                                "sales book",
                                Shelf.NOW),
                        new Evidence(
                                "A123-BLUE",
                                "expected demand",
                                "40.0 in 8 days, at most 60.0 with 95 % chance",
                                "forecast (SES)",
                                Shelf.NOW),
                        new Evidence("", "lead time promised", "7 days ± 1", "suppliers book", Shelf.NOW));
    }

    @Test
    void saysIfTheForecastWasAskedAtAnotherLevelThanTheServiceLevel() {
        var moved = new Evidence(
                "A123-BLUE",
                "level asked of the forecast",
                "97.1 %, so that 95.0 % of past cycles are covered, all products together",
                "forecast (SES)",
                Shelf.NOW);

        assertThat(only(aShelf().holding(15).forecastAskedAt(0.9712)).evidence())
                .contains(moved);
        assertThat(only(aShelf().holding(15)).evidence())
                .extracting(Evidence::label)
                .doesNotContain("level asked of the forecast");
    }

    @Test
    void decidesTheSameOnTheSameFacts() {
        var facts = aShelf().holding(15).withSurplus("harbour", 50).facts();

        assertThat(skill.decide(facts)).isEqualTo(new ReplenishmentSkill().decide(facts));
    }

    private Proposal only(Shelf shelf) {
        var proposals = skill.decide(shelf.facts());
        assertThat(proposals).hasSize(1);
        return proposals.getFirst();
    }

    private List<Flag> flags(Shelf shelf) {
        return only(shelf).flags();
    }

    private List<String> rules(Shelf shelf) {
        return flags(shelf).stream().map(Flag::rule).toList();
    }

    private static OrderFromSupplier order(Proposal proposal) {
        return (OrderFromSupplier) proposal.action();
    }
}
