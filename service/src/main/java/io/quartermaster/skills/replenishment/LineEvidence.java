package io.quartermaster.skills.replenishment;

import io.quartermaster.approvals.Evidence;
import io.quartermaster.retail.Quantity;
import io.quartermaster.skills.replenishment.LineFacts.Velocity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What the decision knew of one variant, item by item, with where it comes from and how old it
/// is.
final class LineEvidence {

    private static final String RECKONED = "reckoned";

    private final ReplenishmentFacts whole;
    private final PlannedLine line;
    private final List<Evidence> evidence = new ArrayList<>();

    private LineEvidence(ReplenishmentFacts whole, PlannedLine line) {
        this.whole = whole;
        this.line = line;
    }

    static List<Evidence> of(ReplenishmentFacts facts, PlannedLine line) {
        var all = new LineEvidence(facts, line);
        all.stock();
        all.demand();
        all.levels();
        all.terms();
        return all.evidence;
    }

    private void stock() {
        var position = line.facts().position();
        stock("on hand", position.onHand());
        stock("committed", position.committed());
        stock("in transit", position.inTransit());
        stock("on order", position.onOrder());
        stock("inventory position", position.inventoryPosition());
        for (var elsewhere : line.facts().elsewhere()) {
            add(
                    "to spare at " + elsewhere.name(),
                    "%s of the %s there, where the reorder point is %s"
                            .formatted(
                                    Words.of(elsewhere.surplus()),
                                    Words.shortOf(elsewhere.available()),
                                    Words.shortOf(elsewhere.reorderPoint())),
                    "stock book",
                    elsewhere.asOf());
        }
    }

    private void demand() {
        var outlook = line.facts().outlook();
        var forecast = "forecast (%s)".formatted(outlook.model());
        var demand = outlook.demand();
        add("expected demand", demand.protection().describe(), forecast, outlook.madeAt());
        add("weekdays", demand.seasonality(), forecast, outlook.madeAt());
        add("pace", demand.paceInWords(), "sales book", whole.asOf());
        add(
                "history",
                outlook.historyFrom() == null
                        ? "unknown: nothing was sold yet"
                        : "%d days, from %s".formatted(outlook.historyDays(), outlook.historyFrom()),
                "sales book",
                outlook.madeAt());
        for (var velocity : line.facts().velocity()) {
            add("sold in %d days".formatted(velocity.days()), text(velocity), "sales book", whole.asOf());
        }
    }

    private void levels() {
        var plan = line.plan();
        var supply = line.facts().supply();
        reckoned("reorder point", plan.reorderPoint());
        reckoned("safety stock", plan.safetyStock());
        reckoned("order up to", plan.orderUpTo());
        reckoned("needed", plan.order().needed());
        add(
                "runs out on",
                plan.stockOut() == null ? "not in sight" : plan.stockOut().toString(),
                RECKONED,
                whole.asOf());
        add(
                "service level",
                "%s (class %s)".formatted(supply.terms().serviceLevelInWords(), supply.turnoverClass()),
                "policy",
                whole.asOf());
        var asked = line.facts().outlook().levelAsked();
        if (asked != null) {
            add(
                    "level asked of the forecast",
                    "%s, so that %s of past cycles are covered, all products together"
                            .formatted(Words.percent(asked), supply.terms().serviceLevelInWords()),
                    "forecast (%s)".formatted(line.facts().outlook().model()),
                    line.facts().outlook().madeAt());
        }
        add("costs", supply.terms().costs().inWords(supply.unitCost().currency()), "policy", whole.asOf());
        if (line.isFilledUp()) {
            reckoned(
                    "added to reach the minimum order value",
                    line.quantity().minus(plan.order().quantity()));
        }
    }

    private void terms() {
        var supply = line.facts().supply();
        var packs = supply.terms().packs();
        terms("case pack", Words.of(packs.casePack()));
        terms("minimum order", Words.of(packs.minimumOrder()));
        terms("unit cost", Words.of(supply.unitCost()));
        var contract = supply.contractPrice();
        terms("contract price", contract == null ? "none" : Words.of(contract));
    }

    private static String text(Velocity velocity) {
        if (velocity.knownDays() == 0) {
            return "unknown: no history";
        }
        return velocity.knownDays() >= velocity.days()
                ? Words.of(velocity.units())
                : "%s, in the %d days that are known".formatted(Words.of(velocity.units()), velocity.knownDays());
    }

    private void stock(String label, Quantity quantity) {
        add(label, Words.of(quantity), "stock book", line.facts().position().asOf());
    }

    private void reckoned(String label, Quantity quantity) {
        add(label, Words.of(quantity), RECKONED, whole.asOf());
    }

    private void terms(String label, String value) {
        add(label, value, "supply terms", whole.asOf());
    }

    private void add(String label, String value, String source, Instant asOf) {
        evidence.add(new Evidence(line.facts().sku().value(), label, value, source, asOf));
    }
}
