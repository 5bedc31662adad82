package io.quartermaster.books.catalog;

import io.quartermaster.books.catalog.NamingStore.Untold;
import io.quartermaster.journal.Entry;
import io.quartermaster.retail.CatalogEvent.VariantListed;
import io.quartermaster.retail.CatalogEvent.VariantsMerged;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.ItemRef;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.VariantId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Decides which names mean one variant.
///
/// A system's own number is an identity; a SKU or a barcode is a label that is reused and
/// retyped. So names that are told together belong together, unless that would make one variant
/// of two things which one shop offers side by side under numbers of their own: then the label
/// follows the newest listing, and a person is shown the duplicate.
@Component
class Naming {

    private final CatalogStore catalog;
    private final NamingStore store;

    Naming(CatalogStore catalog, NamingStore store) {
        this.catalog = catalog;
        this.store = store;
    }

    /// What one batch did: names whose meaning changed, and variants that look different now.
    record Done(Set<ItemRef> moved, Set<VariantId> changed) {

        Done() {
            this(new HashSet<>(), new HashSet<>());
        }
    }

    /// Nobody else gives names until the transaction ends.
    void alone() {
        catalog.nameAlone();
    }

    /// Makes provisional variants of all items of which no name is known, at once.
    void introduce(Set<Item> items, Map<ItemRef, VariantId> bound) {
        var strangers = items.stream()
                .filter(item -> item.refs().stream().noneMatch(bound::containsKey))
                .toList();
        if (!strangers.isEmpty()) {
            catalog.introduce(strangers);
            bound.putAll(catalog.bindings(
                    strangers.stream().map(item -> item.refs().getFirst()).toList()));
        }
    }

    /// Ties the names of an item that was sold, counted or reported.
    void tie(Item item, Entry entry, Done done) {
        tie(item, entry, false, done);
    }

    /// Writes down what a shop lists, and ties its names.
    void list(VariantListed listing, Entry entry, Done done) {
        var source = listing.origin().source().value();
        var key = key(listing.item());
        var before = store.listedSku(source, key);
        var variant = tie(listing.item(), entry, false, done);
        if (!store.list(listing, key, variant)) {
            return;
        }
        variant = tie(listing.item(), entry, true, done);
        done.changed.add(variant);
        var sku = listing.item().sku();
        if (sku != null) {
            reunite(sku.normalised(), entry, done);
        }
        var label = sku == null ? "" : sku.normalised();
        before.filter(old -> !old.isEmpty() && !old.equals(label)).ifPresent(old -> reunite(old, entry, done));
    }

    /// A person, or we ourselves, said that two variants are one.
    void merge(VariantsMerged merged, Done done) {
        var from = store.successor(merged.from());
        var into = store.successor(merged.into());
        if (!from.equals(into)) {
            apply(from, into, done);
        }
    }

    /// Which variant an item's first name belongs to. A new number joins the variant that its label
    /// leads to, unless that is another thing of the same shop; then it is a thing of its own.
    VariantId home(Item item, Map<ItemRef, VariantId> bound) {
        var first = item.refs().getFirst();
        var known = bound.get(first);
        if (known != null) {
            return known;
        }
        var numbers = numbersByKind(item.refs());
        var labelled =
                item.refs().stream().filter(bound::containsKey).map(bound::get).findFirst();
        if (labelled.isPresent() && !clash(numbers, labelled.get())) {
            store.bind(first, labelled.get());
            return labelled.get();
        }
        catalog.introduce(List.of(item));
        return catalog.bindings(List.of(first)).getOrDefault(first, CatalogStore.provisionalId(item));
    }

    private boolean clash(Map<String, Set<String>> numbers, VariantId variant) {
        return numbersByKind(store.refsOf(variant)).entrySet().stream()
                .anyMatch(kind -> numbers.containsKey(kind.getKey())
                        && !kind.getValue().containsAll(numbers.get(kind.getKey()))
                        && !store.isRetired(variant, connection(kind.getKey())));
    }

    private VariantId tie(Item item, Entry entry, boolean newest, Done done) {
        var bound = new HashMap<>(catalog.bindings(item.refs()));
        var variant = home(item, bound);
        if (bound.putIfAbsent(item.refs().getFirst(), variant) == null) {
            done.moved.add(item.refs().getFirst());
        }
        for (var ref : item.refs()) {
            var other = bound.get(ref);
            if (other == null) {
                bind(ref, variant, done);
            } else if (!other.equals(variant)) {
                variant = settle(new Quarrel(item, ref, variant, other, newest), bound, entry, done);
            }
        }
        return variant;
    }

    /// A name that leads to another variant than the names before it.
    private record Quarrel(Item item, ItemRef ref, VariantId variant, VariantId other, boolean newest) {}

    private VariantId settle(Quarrel quarrel, Map<ItemRef, VariantId> bound, Entry entry, Done done) {
        if (!rivals(quarrel.variant, quarrel.other)) {
            var kept = unite(quarrel.variant, quarrel.other, entry, done);
            bound.replaceAll((_, it) -> it.equals(quarrel.variant) || it.equals(quarrel.other) ? kept : it);
            return kept;
        }
        var sku = quarrel.item.sku();
        if (quarrel.newest && quarrel.ref.isSku() && sku != null && !store.claims(quarrel.other, sku.normalised())) {
            bind(quarrel.ref, quarrel.variant, done);
        }
        return quarrel.variant;
    }

    /// Looks again at a label whose claims changed: a thing that was deleted and made anew is the
    /// same thing, and a label that was given up follows whoever bears it still.
    private void reunite(String skuNormalised, Entry entry, Done done) {
        var claimants = store.claimants(skuNormalised);
        if (claimants.isEmpty()) {
            return;
        }
        var first = claimants.getFirst();
        for (var other : claimants.subList(1, claimants.size())) {
            if (!rivals(first, other)) {
                first = unite(first, other, entry, done);
            }
        }
        var ref = ItemRef.sku(new Sku(skuNormalised));
        var holder = catalog.bindings(List.of(ref)).get(ref);
        if (holder == null || !store.claims(holder, skuNormalised)) {
            bind(ref, first, done);
        }
    }

    private VariantId unite(VariantId one, VariantId other, Entry entry, Done done) {
        boolean otherLeads = store.isListed(other) == store.isListed(one)
                ? other.value().compareTo(one.value()) < 0
                : store.isListed(other);
        var into = otherLeads ? other : one;
        var from = otherLeads ? one : other;
        apply(from, into, done);
        store.remember(new Untold(
                from, into, entry.correlation().value(), entry.event().origin().occurredAt()));
        return into;
    }

    private void apply(VariantId from, VariantId into, Done done) {
        done.moved.addAll(store.merge(from, into));
        done.changed.remove(from);
        done.changed.add(into);
    }

    private void bind(ItemRef ref, VariantId variant, Done done) {
        store.bind(ref, variant);
        done.moved.add(ref);
    }

    /// Whether one shop knows both, side by side, by numbers of one kind.
    private boolean rivals(VariantId one, VariantId other) {
        var numbers = numbersByKind(store.refsOf(one));
        return numbersByKind(store.refsOf(other)).entrySet().stream()
                .anyMatch(kind -> numbers.containsKey(kind.getKey())
                        && !numbers.get(kind.getKey()).equals(kind.getValue())
                        && !store.isRetired(one, connection(kind.getKey()))
                        && !store.isRetired(other, connection(kind.getKey())));
    }

    private static Map<String, Set<String>> numbersByKind(List<ItemRef> refs) {
        var numbers = new HashMap<String, Set<String>>();
        for (var ref : refs) {
            int colon = ref.value().lastIndexOf(':');
            if (isOwn(ref) && colon > 0) {
                numbers.computeIfAbsent(ref.value().substring(0, colon), _ -> new HashSet<>())
                        .add(ref.value().substring(colon + 1));
            }
        }
        return numbers;
    }

    private static String connection(String kind) {
        return kind.substring(0, Math.max(0, kind.indexOf(':')));
    }

    private static boolean isOwn(ItemRef ref) {
        return !ref.isSku() && !ref.value().startsWith("gtin:");
    }

    /// What the lister itself calls the thing: its own number, else its first name.
    private static String key(Item item) {
        return item.refs().stream()
                .filter(Naming::isOwn)
                .findFirst()
                .orElseGet(() -> item.refs().getFirst())
                .value();
    }
}
