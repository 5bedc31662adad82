package io.quartermaster.skills.replenishment;

import io.quartermaster.approvals.Proposal.Alternative;
import io.quartermaster.planning.OrderPlan;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.Quantity;
import java.util.ArrayList;
import java.util.List;

/// What else could be done instead of this order, and what it would cost.
final class Alternatives {

    private static final int LINES_MAX = 5;
    private static final int WAIT_DAYS = 7;

    private Alternatives() {}

    static List<Alternative> of(ReplenishmentFacts facts, List<PlannedLine> lines) {
        var alternatives = new ArrayList<Alternative>();
        lines.stream()
                .filter(line -> line.plan().due())
                .limit(LINES_MAX)
                .forEach(line -> alternatives.addAll(of(line)));
        alternatives.add(waiting(facts, lines));
        return alternatives;
    }

    private static List<Alternative> of(PlannedLine line) {
        var alternatives = new ArrayList<Alternative>();
        line.facts().elsewhere().stream()
                .filter(elsewhere -> !elsewhere.surplus().isZero())
                .findFirst()
                .ifPresent(elsewhere -> alternatives.add(new Alternative(
                        "take %s of %s from %s first"
                                .formatted(
                                        Words.of(elsewhere.surplus()),
                                        line.facts().sku(),
                                        elsewhere.name()),
                        "nothing is bought, but it covers only part of the %s needed"
                                .formatted(Words.shortOf(line.transferred())))));
        line.facts().others().stream()
                .findFirst()
                .ifPresent(other -> alternatives.add(new Alternative(
                        "order %s from %s, in %s%s"
                                .formatted(
                                        line.facts().sku(),
                                        other.name(),
                                        Words.days(other.leadTimeDays()),
                                        other.approved() ? "" : " (not approved)"),
                        "%s instead of %s"
                                .formatted(
                                        other.unitCost().times(line.quantity()),
                                        line.orderLine().amount()))));
        return alternatives;
    }

    /// What waiting costs is what more is missed, at what a missed unit costs.
    private static Alternative waiting(ReplenishmentFacts facts, List<PlannedLine> lines) {
        var cost = Money.zero(facts.supplier().currency());
        var missed = Quantity.NONE;
        for (var line : lines) {
            var more = missedMore(facts, line);
            cost = cost.plus(line.facts().supply().terms().costs().ofMissing(more, cost.currency()));
            missed = missed.plus(Quantity.each(more.amount()));
        }
        return new Alternative(
                "wait %d days".formatted(WAIT_DAYS),
                missed.isZero()
                        ? "nothing is expected to be missed"
                        : "%s more missed, which costs about %s"
                                .formatted(missed.amount().toPlainString(), cost));
    }

    private static Quantity missedMore(ReplenishmentFacts facts, PlannedLine line) {
        var holding = line.facts().position().holding();
        var demand = line.facts().outlook().demand();
        var later =
                OrderPlan.missed(holding, demand, facts.today(), facts.arrival().plusDays(WAIT_DAYS));
        return later.minus(OrderPlan.missed(holding, demand, facts.today(), facts.arrival()));
    }
}
