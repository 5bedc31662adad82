package io.quartermaster.books.suppliers;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.HouseEvent.SettingChanged;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.UserId;
import io.quartermaster.retail.VariantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Whom we buy from, and on which terms.
@Component
public class Suppliers {

    private static final ConnectionId HOUSE = new ConnectionId("quartermaster");
    private static final int LIST_MAX = 5_000;
    private static final int LINES_MAX = 1_000;

    private final SupplierStore suppliers;
    private final TermsStore terms;
    private final Catalog catalog;
    private final SupplierNews news;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Suppliers(
            SupplierStore suppliers,
            TermsStore terms,
            Catalog catalog,
            SupplierNews news,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.suppliers = suppliers;
        this.terms = terms;
        this.catalog = catalog;
        this.news = news;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    public Optional<Supplier> supplier(SupplierId id) {
        return suppliers.find(id);
    }

    /// Likewise for many; those that are not known are left out.
    public Map<SupplierId, Supplier> suppliers(Collection<SupplierId> ids) {
        return suppliers.find(ids).stream().collect(Collectors.toMap(Supplier::id, one -> one));
    }

    /// By name.
    public List<Supplier> all(int limit) {
        return suppliers.all(Math.min(limit, LIST_MAX));
    }

    /// Keeps a supplier as it is now; `by` stands in the journal. Whether it is new is not taken from
    /// here, but from what it has delivered.
    public void save(Supplier supplier, UserId by) {
        transaction.executeWithoutResult(_ -> {
            var before = suppliers.find(supplier.id());
            suppliers.save(supplier);
            var now = Told.supplier(supplier);
            var change = before.map(it -> "from %s to %s".formatted(Told.supplier(it), now))
                    .orElse("new: " + now);
            news.remember(List.of(changed("supplier", supplier.id().value(), change, by)));
        });
        news.tell();
    }

    /// The terms of the supplier whom we prefer for it: one that a person chose, else an approved
    /// one, else the cheapest.
    public Optional<SupplyTerms> termsOf(VariantId variant) {
        return terms.ofVariants(List.of(variant)).stream().findFirst();
    }

    /// Likewise for many variants; those that nobody sells us are left out.
    public Map<VariantId, SupplyTerms> termsOf(Collection<VariantId> variants) {
        return TermsStore.firsts(terms.ofVariants(variants));
    }

    public List<SupplyTerms> termsOf(SupplierId supplier, int limit) {
        return terms.ofSupplier(supplier, Math.min(limit, LIST_MAX));
    }

    /// The terms of all other suppliers, the next best first.
    public List<SupplyTerms> otherTermsOf(VariantId variant) {
        return terms.ofVariants(List.of(variant)).stream().skip(1).toList();
    }

    /// Keeps a price list, or a part of one. A label that no shop has listed yet becomes a
    /// provisional variant.
    ///
    /// @param lines at most 1,000
    /// @throws UnknownSupplier if a line names a supplier that was not saved; nothing is kept then
    public void saveTerms(List<TermsLine> lines, UserId by) {
        if (lines.size() > LINES_MAX) {
            throw new IllegalArgumentException("""
                    The price list has %d lines; at most %d are taken at once.
                    Maybe split it.""".formatted(lines.size(), LINES_MAX));
        }
        requireKnown(lines);
        var items = new LinkedHashMap<TermsLine, Item>();
        lines.forEach(line -> items.put(line, Item.ofSku(line.sku(), "")));
        var variants = catalog.resolveAll(items.values());
        transaction.executeWithoutResult(_ -> {
            var told = new ArrayList<SettingChanged>();
            items.forEach((line, item) -> {
                var variant = variants.get(item);
                if (variant != null) {
                    terms.save(line, variant, clock.instant());
                    told.add(changed("supply terms", line.sku().value(), Told.terms(line), by));
                }
            });
            news.remember(told);
        });
        news.tell();
    }

    /// From now on buy this variant there.
    ///
    /// @throws IllegalArgumentException if that supplier does not sell it
    public void prefer(VariantId variant, SupplierId supplier, UserId by) {
        transaction.executeWithoutResult(_ -> {
            if (!terms.prefer(variant, supplier)) {
                throw new IllegalArgumentException("""
                        The supplier (%s) has no terms for the variant (%s).
                        Maybe save its terms first.""".formatted(supplier, variant));
            }
            news.remember(List.of(changed("preferred supplier", variant.value(), "now " + supplier, by)));
        });
        news.tell();
    }

    private void requireKnown(List<TermsLine> lines) {
        var named =
                lines.stream().map(line -> line.supplier().value()).distinct().toList();
        var known = suppliers.known(named);
        named.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw new UnknownSupplier(new SupplierId(id));
        });
    }

    private SettingChanged changed(String what, String which, String change, UserId by) {
        var origin = new Origin(HOUSE, "setting/" + UUID.randomUUID(), clock.instant());
        return new SettingChanged(origin, by, what, which, change);
    }
}
