package io.quartermaster.books.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.ItemRef;
import io.quartermaster.retail.VariantId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Which variant a name means, from memory where it can be.
///
/// Names that nobody knows become provisional variants in a small transaction of their own, so
/// that several followers may meet the same new name at once.
@Component
class ItemNames {

    private static final int NAMES_KEPT_MAX = 200_000;
    private static final Duration KEPT_FOR = Duration.ofMinutes(1);

    private final CatalogStore store;
    private final Naming naming;
    private final TransactionTemplate apart;
    private final Cache<ItemRef, VariantId> known = Caffeine.newBuilder()
            .maximumSize(NAMES_KEPT_MAX)
            .expireAfterWrite(KEPT_FOR)
            .build();

    ItemNames(CatalogStore store, Naming naming, PlatformTransactionManager transactions) {
        this.store = store;
        this.naming = naming;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Map<Item, VariantId> resolve(Collection<Item> items) {
        var bound = lookUp(items);
        var strangers = new TreeMap<String, Item>();
        for (var item : items) {
            if (!bound.containsKey(item.refs().getFirst())) {
                strangers.putIfAbsent(item.refs().getFirst().value(), item);
            }
        }
        if (!strangers.isEmpty()) {
            bound.putAll(settle(List.copyOf(strangers.values()), bound));
        }
        var answer = HashMap.<Item, VariantId>newHashMap(items.size());
        for (var item : items) {
            answer.put(item, bound.getOrDefault(item.refs().getFirst(), CatalogStore.provisionalId(item)));
        }
        return answer;
    }

    /// All names of the items that are bound to a variant.
    Map<ItemRef, VariantId> lookUp(Collection<Item> items) {
        var bound = new HashMap<ItemRef, VariantId>();
        var unknown = new HashMap<ItemRef, ItemRef>();
        for (var item : items) {
            for (var ref : item.refs()) {
                var variant = known.getIfPresent(ref);
                if (variant == null) {
                    unknown.put(ref, ref);
                } else {
                    bound.put(ref, variant);
                }
            }
        }
        if (!unknown.isEmpty()) {
            var found = store.bindings(unknown.keySet());
            known.putAll(found);
            bound.putAll(found);
        }
        return bound;
    }

    void forget(Collection<ItemRef> refs) {
        known.invalidateAll(refs);
    }

    /// Settles whom new first names mean.
    ///
    /// @param strangers each with a first name that nobody gave yet, as far as we saw
    private Map<ItemRef, VariantId> settle(List<Item> strangers, Map<ItemRef, VariantId> bound) {
        var byLabel = strangers.stream()
                .filter(item -> item.refs().stream().anyMatch(bound::containsKey))
                .toList();
        var unheardOf = strangers.stream()
                .filter(item -> item.refs().stream().noneMatch(bound::containsKey))
                .toList();
        apart.executeWithoutResult(_ -> {
            store.nameAlone();
            store.introduce(unheardOf);
            byLabel.forEach(item -> naming.home(item, bound));
        });
        return lookUp(strangers);
    }
}
