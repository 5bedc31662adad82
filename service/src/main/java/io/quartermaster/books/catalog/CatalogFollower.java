package io.quartermaster.books.catalog;

import io.quartermaster.books.catalog.NamingStore.Untold;
import io.quartermaster.journal.Draft;
import io.quartermaster.journal.Entry;
import io.quartermaster.journal.Follower;
import io.quartermaster.journal.Journal;
import io.quartermaster.retail.CatalogEvent.LocationListed;
import io.quartermaster.retail.CatalogEvent.VariantListed;
import io.quartermaster.retail.CatalogEvent.VariantsMerged;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.ItemRef;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.UserId;
import io.quartermaster.retail.VariantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads the journal for names: of variants, of places.
///
/// When it finds two variants to be one, it tells the journal after its own tables are
/// committed, so that every book that hears of it finds the catalog changed already.
@Component
class CatalogFollower implements Follower {

    private static final ConnectionId HOUSE = new ConnectionId("quartermaster");
    private static final UserId CATALOG = new UserId("quartermaster");
    private static final int TOLD_AT_ONCE_MAX = 500;
    private static final int ROUNDS_MAX = 100;

    private final Naming naming;
    private final NamingStore store;
    private final ItemNames names;
    private final Locations locations;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final ConcurrentLinkedQueue<ItemRef> moved = new ConcurrentLinkedQueue<>();

    CatalogFollower(
            Naming naming,
            NamingStore store,
            ItemNames names,
            Locations locations,
            Journal journal,
            PlatformTransactionManager transactions) {
        this.naming = naming;
        this.store = store;
        this.names = names;
        this.locations = locations;
        this.journal = journal;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String id() {
        return "catalog";
    }

    @Override
    public void follow(List<Entry> entries) {
        var done = new Naming.Done();
        var items = new HashSet<Item>();
        var places = new HashSet<LocationId>();
        var told = new ArrayList<LocationListed>();
        entries.forEach(entry -> Named.in(entry.event(), items, places));
        naming.alone();
        var bound = names.lookUp(items);
        naming.introduce(items, bound);
        var tied = new HashSet<Item>();
        for (var entry : entries) {
            switch (entry.event()) {
                case VariantListed listing -> naming.list(listing, entry, done);
                case VariantsMerged merged -> naming.merge(merged, done);
                case LocationListed location -> told.add(location);
                case io.quartermaster.retail.RetailEvent other -> tie(other, entry, new Tying(bound, tied, done));
            }
        }
        locations.save(told);
        locations.notice(places);
        if (!done.changed().isEmpty()) {
            store.refresh(done.changed());
        }
        moved.addAll(done.moved());
    }

    private record Tying(Map<ItemRef, VariantId> bound, Set<Item> tied, Naming.Done done) {

        /// Names that all lead to one variant already need no second look.
        boolean isSettled(Item item) {
            if (tied.contains(item)) {
                return true;
            }
            if (!done.moved().isEmpty() && item.refs().stream().anyMatch(done.moved()::contains)) {
                return false;
            }
            var first = bound.get(item.refs().getFirst());
            return first != null && item.refs().stream().allMatch(ref -> first.equals(bound.get(ref)));
        }
    }

    private void tie(io.quartermaster.retail.RetailEvent event, Entry entry, Tying tying) {
        var items = new HashSet<Item>();
        Named.in(event, items, new HashSet<>());
        for (var item : items) {
            if (!tying.isSettled(item)) {
                naming.tie(item, entry, tying.done());
            }
            tying.tied().add(item);
        }
    }

    @Override
    public void committed() {
        var forgotten = new ArrayList<ItemRef>();
        for (var ref = moved.poll(); ref != null; ref = moved.poll()) {
            forgotten.add(ref);
        }
        names.forget(forgotten);
        locations.forget();
        for (int round = 0; round < ROUNDS_MAX; round++) {
            var mergers = store.untold(TOLD_AT_ONCE_MAX);
            if (mergers.isEmpty()) {
                return;
            }
            journal.append(mergers.stream().map(CatalogFollower::draft).toList());
            transaction.executeWithoutResult(_ -> store.told(mergers));
        }
    }

    private static Draft draft(Untold merger) {
        var key = "merged/%s/%s".formatted(merger.from().value(), merger.into().value());
        var origin = new Origin(HOUSE, key, merger.occurredAt());
        return new Draft(
                new CorrelationId(merger.correlation()),
                new VariantsMerged(origin, merger.from(), merger.into(), CATALOG));
    }
}
