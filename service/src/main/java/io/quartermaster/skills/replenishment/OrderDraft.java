package io.quartermaster.skills.replenishment;

import io.quartermaster.approvals.Proposal;
import io.quartermaster.planning.OrderPlan;
import io.quartermaster.planning.TopUp;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The second way out: buy, all that the supplier sells in one order.
final class OrderDraft {

    private OrderDraft() {}

    static Optional<Proposal> of(ReplenishmentFacts facts, List<PlannedLine> lines) {
        var due = lines.stream()
                .filter(line -> line.plan().due() && line.source() == null)
                .limit(facts.bounds().linesMax())
                .toList();
        return due.isEmpty() ? Optional.empty() : Optional.of(draft(facts, filledUp(facts, lines, due)));
    }

    private static Proposal draft(ReplenishmentFacts facts, List<PlannedLine> lines) {
        var supplier = facts.supplier();
        var action = new OrderFromSupplier(
                facts.order(),
                supplier.id(),
                facts.location().id(),
                lines.stream().map(PlannedLine::orderLine).toList(),
                facts.arrival());
        return new Proposal(
                ReplenishmentSkill.ID,
                "order/%s/%s".formatted(supplier.id(), action.destination()),
                new Proposal.Scope(action.destination(), Reasons.categories(lines), supplier.id()),
                action,
                Reasons.because(facts, lines),
                Reasons.evidence(facts, lines),
                Warnings.of(facts, lines, action.total()),
                Alternatives.of(facts, lines),
                action.total(),
                Reasons.confidencePercent(lines),
                Reasons.actBy(facts, lines, facts.supplier().leadTime().days()));
    }

    /// The order as it is, or filled up to the supplier's minimum order value.
    private static List<PlannedLine> filledUp(
            ReplenishmentFacts facts, List<PlannedLine> lines, List<PlannedLine> due) {
        var minimum = facts.supplier().minimumOrderValue();
        var total = due.stream().map(line -> line.orderLine().amount()).reduce(Money::plus);
        if (minimum == null || !minimum.isMoreThan(total.orElseThrow())) {
            return due;
        }
        var candidates = new ArrayList<>(due);
        lines.stream().filter(line -> !line.plan().due()).forEach(candidates::add);
        var packs = TopUp.packs(
                candidates.stream().map(OrderDraft::fillable).toList(),
                minimum.minus(total.orElseThrow()).amount(),
                facts.bounds().topUpCoverDaysMax());
        var filled = new ArrayList<PlannedLine>();
        for (int i = 0; i < candidates.size(); i++) {
            var line = candidates.get(i);
            filled.add(line.ordering(packsOf(line, packs.get(i))));
        }
        filled.removeIf(line -> line.quantity().isZero());
        return filled;
    }

    private static TopUp.Line fillable(PlannedLine line) {
        var pack = packsOf(line, 1);
        var position = line.facts().position().inventoryPosition().plus(line.quantity());
        return TopUp.Line.of(
                position,
                line.facts().outlook().demand(),
                pack,
                line.facts().supply().unitCost().times(pack));
    }

    private static Quantity packsOf(PlannedLine line, int count) {
        OrderPlan.Terms terms = line.facts().supply().terms();
        var step = terms.packs().stepQuantity();
        return new Quantity(step.amount().multiply(BigDecimal.valueOf(count)), step.unit());
    }
}
