package io.quartermaster.skills.replenishment;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.purchasing.LeadTimes;
import io.quartermaster.books.purchasing.Purchasing;
import io.quartermaster.books.suppliers.Supplier;
import io.quartermaster.books.suppliers.Suppliers;
import io.quartermaster.books.suppliers.SupplyTerms;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.VariantId;
import io.quartermaster.skills.replenishment.ReplenishmentFacts.LeadTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Who supplies what, read for some variants at a time.
@Component
class SupplySide {

    private final Catalog catalog;
    private final Suppliers suppliers;
    private final Purchasing purchasing;

    SupplySide(Catalog catalog, Suppliers suppliers, Purchasing purchasing) {
        this.catalog = catalog;
        this.suppliers = suppliers;
        this.purchasing = purchasing;
    }

    /// @param served those that can be bought
    /// @param unserved why the others cannot, in a sentence; those that no shop offers any more are
    /// in neither
    record Answer(Map<VariantId, Served> served, Map<VariantId, String> unserved) {}

    Answer of(Collection<VariantId> ids) {
        var variants = catalog.variants(ids);
        var terms = suppliers.termsOf(ids);
        var traders = traders(terms.values());
        var served = new LinkedHashMap<VariantId, Served>();
        var unserved = new LinkedHashMap<VariantId, String>();
        for (var id : ids) {
            var variant = variants.get(id);
            var of = terms.get(id);
            if (variant == null || !variant.active()) {
                continue;
            }
            if (of == null) {
                unserved.put(id, "No supplier is known for it.");
                continue;
            }
            var trader = traders.get(of.supplier());
            if (trader == null) {
                unserved.put(id, "Its supplier (%s) is not known.".formatted(of.supplier()));
            } else if (!trader.supplier().currency().equals(of.unitCost().currency())) {
                unserved.put(
                        id,
                        "Its cost is in %s, and its supplier trades in %s."
                                .formatted(
                                        of.unitCost().currency(),
                                        trader.supplier().currency()));
            } else {
                served.put(id, new Served(variant, trader.supplier(), of, trader.leadTime()));
            }
        }
        return new Answer(served, unserved);
    }

    private record Trader(Supplier supplier, LeadTime leadTime) {}

    /// Each supplier is asked about once, however many variants it brings.
    private Map<SupplierId, Trader> traders(Collection<SupplyTerms> terms) {
        var ids = terms.stream().map(SupplyTerms::supplier).collect(Collectors.toSet());
        var measured = purchasing.leadTimes(ids);
        return suppliers.suppliers(ids).values().stream()
                .map(supplier ->
                        new Trader(supplier, leadTime(supplier, measured.getOrDefault(supplier.id(), LeadTimes.NONE))))
                .collect(Collectors.toMap(trader -> trader.supplier().id(), trader -> trader));
    }

    private static LeadTime leadTime(Supplier supplier, LeadTimes measured) {
        return new LeadTime(
                supplier.leadTimeDays(),
                supplier.leadTimeDeviationDays(),
                measured.count(),
                measured.meanDays(),
                measured.deviationDays());
    }
}
