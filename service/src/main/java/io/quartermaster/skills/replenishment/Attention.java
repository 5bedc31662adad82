package io.quartermaster.skills.replenishment;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Location;
import io.quartermaster.books.stock.Change;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.VariantId;
import io.quartermaster.skills.Concern;
import io.quartermaster.skills.Noticed;
import io.quartermaster.skills.Watched;
import io.quartermaster.skills.Watched.State;
import io.quartermaster.skills.Watchlist;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Works out the reorder point of what changed anew, with each sale, and says which orders must
/// be thought over.
@Component
class Attention {

    /// All who write down many locations go by this order, and so never wait for each other in a
    /// ring.
    private static final Comparator<LocationId> ORDER = Comparator.comparing(LocationId::value);

    private final SupplySide supplySide;
    private final Shelves shelves;
    private final Watchlist watchlist;
    private final Catalog catalog;
    private final Clock clock;

    Attention(SupplySide supplySide, Shelves shelves, Watchlist watchlist, Catalog catalog, Clock clock) {
        this.supplySide = supplySide;
        this.shelves = shelves;
        this.watchlist = watchlist;
        this.catalog = catalog;
        this.clock = clock;
    }

    List<Noticed> notice(List<Change> changes) {
        var byLocation = changes.stream()
                .collect(Collectors.groupingBy(Change::location, () -> new TreeMap<>(ORDER), Collectors.toList()));
        var noticed = new ArrayList<Noticed>();
        byLocation.forEach((location, there) -> noticed.addAll(notice(catalog.locationOrNameless(location), there)));
        return noticed;
    }

    private List<Noticed> notice(Location location, List<Change> changes) {
        var byVariant = changes.stream()
                .collect(Collectors.toMap(Change::variant, change -> change, (one, _) -> one, LinkedHashMap::new));
        var answer = supplySide.of(byVariant.keySet());
        var today = location.businessDay(clock.instant());
        var readings = shelves.read(location.id(), today, answer.served().values(), false);

        var watched = new ArrayList<Watched>();
        readings.values().forEach(reading -> watched.add(watched(location.id(), reading)));
        answer.unserved().forEach((variant, why) -> watched.add(unserved(location.id(), variant, why)));
        var concerns = watchlist.note(ReplenishmentSkill.ID, location.id(), watched);
        return noticed(concerns, byVariant, readings);
    }

    /// Here, by what changed; and elsewhere, where it is wanted and this location could have helped.
    private List<Noticed> noticed(
            Map<Concern, Boolean> here, Map<VariantId, Change> changes, Map<VariantId, Reading> readings) {
        var concerns = new LinkedHashMap<>(here);
        watchlist
                .wanting(ReplenishmentSkill.ID, changes.keySet())
                .forEach(concern -> concerns.putIfAbsent(concern, false));
        return concerns.entrySet().stream()
                .map(concern -> new Noticed(
                        concern.getKey(), cause(concern.getKey(), changes.values(), readings), concern.getValue()))
                .toList();
    }

    /// The change that this concern's story begins with: a sale of something due, else any.
    private static Change cause(Concern concern, Collection<Change> changes, Map<VariantId, Reading> readings) {
        return changes.stream()
                .filter(change -> {
                    var reading = readings.get(change.variant());
                    return reading != null
                            && reading.plan().due()
                            && reading.served().supplier().id().value().equals(concern.subject());
                })
                .findFirst()
                .orElseGet(() -> changes.iterator().next());
    }

    private static Watched watched(LocationId location, Reading reading) {
        return new Watched(
                reading.position().variant(),
                location,
                reading.served().supplier().id().value(),
                reading.plan().due() ? State.WANTING : State.QUIET,
                "",
                reading.position().inventoryPosition(),
                reading.plan().reorderPoint(),
                reading.turnover());
    }

    private static Watched unserved(LocationId location, VariantId variant, String why) {
        return new Watched(variant, location, "", State.UNSERVED, why, Quantity.NONE, Quantity.NONE, BigDecimal.ZERO);
    }
}
