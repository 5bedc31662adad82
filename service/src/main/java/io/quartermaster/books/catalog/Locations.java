package io.quartermaster.books.catalog;

import io.quartermaster.retail.CatalogEvent.LocationListed;
import io.quartermaster.retail.LocationId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// All places, from memory: there are few, and everybody asks for them.
@Component
@EnableConfigurationProperties(CatalogSettings.class)
class Locations {

    static final int MAX = 1_000;
    private static final Duration KEPT_FOR = Duration.ofSeconds(5);

    private final LocationStore store;
    private final ZoneId zone;
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    Locations(LocationStore store, CatalogSettings settings) {
        this.store = store;
        this.zone = settings.zone();
    }

    private record Kept(Map<LocationId, Location> byId, long readAtNanos) {

        boolean isFresh() {
            return System.nanoTime() - readAtNanos < KEPT_FOR.toNanos();
        }
    }

    Map<LocationId, Location> byId() {
        var now = kept.get();
        if (now != null && now.isFresh()) {
            return now.byId();
        }
        var byId = LinkedHashMap.<LocationId, Location>newLinkedHashMap(MAX);
        store.all(MAX).forEach(location -> byId.put(location.id(), location));
        kept.set(new Kept(byId, System.nanoTime()));
        return byId;
    }

    void forget() {
        kept.set(null);
    }

    void save(List<LocationListed> told) {
        told.forEach(store::save);
    }

    /// Takes note of places that events name; beyond the bound they stay nameless.
    void notice(Set<LocationId> named) {
        var known = byId();
        var strangers = new HashSet<>(named);
        strangers.removeAll(known.keySet());
        if (!strangers.isEmpty() && known.size() + strangers.size() <= MAX) {
            store.introduce(strangers, zone);
        }
    }

    /// A place that nobody told of has the house's own zone, and its day begins at midnight.
    Location orNameless(LocationId id) {
        var known = byId().get(id);
        return known == null ? new Location(id, id.value(), zone, java.time.LocalTime.MIDNIGHT, null) : known;
    }
}
