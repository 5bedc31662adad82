package io.quartermaster.books.catalog;

import io.quartermaster.journal.Draft;
import io.quartermaster.journal.Journal;
import io.quartermaster.retail.CatalogEvent.LocationListed;
import io.quartermaster.retail.CatalogEvent.VariantsMerged;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.RetailEvent;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.UserId;
import io.quartermaster.retail.VariantId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What the retailer sells and where: asks and answers in names that people and systems use.
@Component
public class Catalog {

    private static final ConnectionId HOUSE = new ConnectionId("quartermaster");
    private static final int LIST_MAX = 5_000;
    private static final int SEARCH_TEXT_MAX = 200;
    private static final int KEY_LENGTH_MAX = 300;

    private final CatalogStore store;
    private final NamingStore naming;
    private final ItemNames names;
    private final Locations places;
    private final Journal journal;
    private final Clock clock;

    Catalog(CatalogStore store, NamingStore naming, ItemNames names, Locations places, Journal journal, Clock clock) {
        this.store = store;
        this.naming = naming;
        this.names = names;
        this.places = places;
        this.journal = journal;
        this.clock = clock;
    }

    /// Whom an item means. It never fails: an item that no shop has listed yet becomes a provisional
    /// variant, which stands on the work list until a listing or a person says what it is.
    public VariantId resolve(Item item) {
        return resolveAll(Set.of(item)).getOrDefault(item, CatalogStore.provisionalId(item));
    }

    public Map<Item, VariantId> resolveAll(Collection<Item> items) {
        return names.resolve(items);
    }

    /// The variant; for one that was merged into another, that other.
    public Optional<Variant> variant(VariantId id) {
        return Optional.ofNullable(store.variants(List.of(id)).get(id));
    }

    /// The variants, by the id that was asked for.
    public Map<VariantId, Variant> variants(Collection<VariantId> ids) {
        return store.variants(ids);
    }

    public Optional<VariantId> bySku(Sku sku) {
        return store.bySku(sku);
    }

    /// By a part of the name, SKU or barcode.
    public List<Variant> search(String text, int limit) {
        var asked = text.length() > SEARCH_TEXT_MAX ? text.substring(0, SEARCH_TEXT_MAX) : text;
        return store.search(CatalogStore.plain(asked), Math.min(limit, LIST_MAX));
    }

    /// The work list: names that no shop has listed yet.
    public List<Variant> unmapped(int limit) {
        return store.provisional(Math.min(limit, LIST_MAX));
    }

    /// Labels that one shop gave to several of its active things.
    public List<DuplicateSku> duplicateSkus(int limit) {
        return naming.duplicateSkus(Math.min(limit, LIST_MAX));
    }

    public List<String> categories() {
        return store.categories(LIST_MAX);
    }

    /// Says that two variants are one: all that was booked for `from` will belong to `into`.
    ///
    /// @throws UnknownVariant if one of them is not known
    public void merge(VariantId from, VariantId into, UserId by) {
        for (var id : List.of(from, into)) {
            if (variant(id).isEmpty()) {
                throw new UnknownVariant(id);
            }
        }
        var key = "merged/%s/%s".formatted(from.value(), into.value());
        tell(new VariantsMerged(new Origin(HOUSE, key, clock.instant()), from, into, by));
    }

    /// A place that somebody told of, or that an event named.
    public Optional<Location> location(LocationId id) {
        return Optional.ofNullable(places.byId().get(id));
    }

    /// The place, or for one that nobody told of yet a place in the house's own zone.
    public Location locationOrNameless(LocationId id) {
        return places.orNameless(id);
    }

    /// At most 1,000, by name.
    public List<Location> locations() {
        return List.copyOf(places.byId().values());
    }

    /// Keeps a place as it is now; `by` stands in the journal.
    public void saveLocation(Location location, UserId by) {
        var key = "location/%s/%s/%s".formatted(location.id().value(), by.value(), UUID.randomUUID());
        var shortened = key.substring(Math.max(0, key.length() - KEY_LENGTH_MAX));
        var listed = new LocationListed(
                new Origin(HOUSE, shortened, clock.instant()),
                location.id(),
                location.name(),
                location.zone(),
                location.dayStart(),
                location.email());
        tell(listed);
        places.save(List.of(listed));
        places.forget();
    }

    private void tell(RetailEvent event) {
        journal.append(List.of(new Draft(new CorrelationId("C-" + UUID.randomUUID()), event)));
    }
}
