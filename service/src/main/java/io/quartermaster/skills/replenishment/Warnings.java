package io.quartermaster.skills.replenishment;

import io.quartermaster.approvals.Proposal.Flag;
import io.quartermaster.retail.Money;
import java.util.ArrayList;
import java.util.List;

/// What a person should look at before the order goes out; each by the name of its rule.
final class Warnings {

    private Warnings() {}

    static List<Flag> of(ReplenishmentFacts facts, List<PlannedLine> lines, Money total) {
        var flags = new ArrayList<Flag>();
        var supplier = facts.supplier();
        if (!supplier.approved()) {
            flags.add(new Flag("supplier-not-approved", "%s is not on the approved list.".formatted(supplier.name())));
        }
        if (supplier.isNew()) {
            flags.add(new Flag("new-supplier", "Nothing was ever received from %s.".formatted(supplier.name())));
        }
        var minimum = supplier.minimumOrderValue();
        if (minimum != null && minimum.isMoreThan(total)) {
            flags.add(new Flag(
                    "below-minimum-order-value",
                    "The order is worth %s, and %s takes none below %s; filling it up would last too long."
                            .formatted(total, supplier.name(), minimum)));
        }
        lines.forEach(line -> flag(line, flags));
        return flags;
    }

    private static void flag(PlannedLine line, List<Flag> flags) {
        var facts = line.facts();
        var supply = facts.supply();
        var contract = supply.contractPrice();
        if (contract != null && supply.unitCost().compareTo(contract) > 0) {
            flags.add(new Flag(
                    "price-above-contract",
                    "%s costs %s, and the contract says %s."
                            .formatted(facts.sku(), Words.of(supply.unitCost()), Words.of(contract))));
        }
        if (supply.nonStandard()) {
            flags.add(new Flag("non-standard-item", "%s is not a standard item.".formatted(facts.sku())));
        }
        if (line.plan().order().moreThanAYear()) {
            flags.add(new Flag(
                    "moq-above-a-year",
                    "%s must be ordered by %s, more than sells in a year."
                            .formatted(
                                    facts.sku(), Words.of(supply.terms().packs().minimumOrder()))));
        }
    }
}
