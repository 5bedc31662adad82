package io.quartermaster.skills.replenishment;

import io.quartermaster.approvals.Evidence;
import java.util.ArrayList;
import java.util.List;

/// What the decision knew of the supplier, item by item.
final class SupplierEvidence {

    private static final String SUPPLIERS = "suppliers book";

    private SupplierEvidence() {}

    static List<Evidence> of(ReplenishmentFacts facts) {
        var supplier = facts.supplier();
        var leadTime = supplier.leadTime();
        var evidence = new ArrayList<Evidence>();
        evidence.add(whole(
                facts,
                "lead time promised",
                "%s ± %s"
                        .formatted(
                                Words.days(leadTime.promisedDays()),
                                leadTime.promisedDeviationDays().toPlainString()),
                SUPPLIERS));
        evidence.add(whole(facts, "lead time measured", measured(leadTime), "purchasing book"));
        evidence.add(whole(facts, "review period", Words.days(supplier.reviewPeriodDays()), SUPPLIERS));
        var minimum = supplier.minimumOrderValue();
        evidence.add(whole(facts, "minimum order value", minimum == null ? "none" : minimum.toString(), SUPPLIERS));
        evidence.add(whole(facts, "upcoming promotions and events", "unknown: none are told to us", "calendar"));
        return evidence;
    }

    private static String measured(ReplenishmentFacts.LeadTime leadTime) {
        if (leadTime.measuredOrders() == 0) {
            return "unknown: no order was received yet";
        }
        return "%s days ± %s, of %d orders%s"
                .formatted(
                        leadTime.measuredDays().toPlainString(),
                        leadTime.measuredDeviationDays().toPlainString(),
                        leadTime.measuredOrders(),
                        leadTime.isMeasured() ? "" : " (too few: the promise counts)");
    }

    private static Evidence whole(ReplenishmentFacts facts, String label, String value, String source) {
        return new Evidence("", label, value, source, facts.asOf());
    }
}
