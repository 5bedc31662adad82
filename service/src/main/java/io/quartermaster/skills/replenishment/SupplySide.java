package io.quartermaster.skills.replenishment;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Variant;
import io.quartermaster.books.purchasing.Purchasing;
import io.quartermaster.books.suppliers.Supplier;
import io.quartermaster.books.suppliers.Suppliers;
import io.quartermaster.books.suppliers.SupplyTerms;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.VariantId;
import io.quartermaster.skills.replenishment.ReplenishmentFacts.LeadTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
        var traders = new HashMap<SupplierId, Optional<Served>>();
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
            var trader = traders.computeIfAbsent(of.supplier(), supplier -> trader(supplier, variant, of));
            if (trader.isEmpty()) {
                unserved.put(id, "Its supplier (%s) is not known.".formatted(of.supplier()));
            } else if (!trader.get().supplier().currency().equals(of.unitCost().currency())) {
                unserved.put(
                        id,
                        "Its cost is in %s, and its supplier trades in %s."
                                .formatted(
                                        of.unitCost().currency(),
                                        trader.get().supplier().currency()));
            } else {
                served.put(
                        id,
                        new Served(
                                variant,
                                trader.get().supplier(),
                                of,
                                trader.get().leadTime()));
            }
        }
        return new Answer(served, unserved);
    }

    private Optional<Served> trader(SupplierId id, Variant variant, SupplyTerms terms) {
        return suppliers.supplier(id).map(supplier -> new Served(variant, supplier, terms, leadTime(supplier)));
    }

    LeadTime leadTime(Supplier supplier) {
        var measured = purchasing.leadTimes(supplier.id());
        return new LeadTime(
                supplier.leadTimeDays(),
                supplier.leadTimeDeviationDays(),
                measured.count(),
                measured.meanDays(),
                measured.deviationDays());
    }
}
