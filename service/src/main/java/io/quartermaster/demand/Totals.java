package io.quartermaster.demand;

import io.quartermaster.demand.TotalKey.Kind;
import io.quartermaster.retail.LocationId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What will be asked for of many things together: by channel, category, location, and of the
/// chain.
///
/// Totals of one making agree: by whatever lines the same is cut, the parts add up to it exactly.
/// They are sums of the forecasts by which goods are ordered, made again when these change.
@Component
public class Totals {

    private final TotalsStore store;

    Totals(TotalsStore store) {
        this.store = store;
    }

    /// By which lines the chain is cut.
    public enum By {
        CHAIN,
        CHANNEL,
        CATEGORY,
        LOCATION
    }

    /// All totals, by key and unit; none if none were made yet.
    ///
    /// @param places whose demand is meant; empty: all locations
    public List<TotalForecast> by(By by, Set<LocationId> places) {
        var making = store.newest();
        if (making.isEmpty()) {
            return List.of();
        }
        return read(by, places).stream()
                .map(total -> new TotalForecast(key(by, total), total, making.get()))
                .toList();
    }

    private List<Total> read(By by, Set<LocationId> places) {
        return switch (by) {
            case CHAIN -> whole(Kind.CHAIN, places);
            case CHANNEL -> whole(Kind.CHANNEL, places);
            case CATEGORY -> whole(Kind.CATEGORY, places);
            case LOCATION -> places.isEmpty() ? store.byLocation(Kind.CHAIN) : store.at(Kind.CHAIN, places);
        };
    }

    private List<Total> whole(Kind kind, Set<LocationId> places) {
        return places.isEmpty() ? store.everywhere(kind) : together(store.at(kind, places));
    }

    private static String key(By by, Total total) {
        return by == By.LOCATION ? total.key().location() : total.key().name();
    }

    private static List<Total> together(Collection<Total> parts) {
        Map<TotalKey, Together> sums = new LinkedHashMap<>();
        parts.forEach(part -> sums.computeIfAbsent(part.key().everywhere(), _ -> new Together(part.means().length))
                .add(part));
        return sums.entrySet().stream()
                .map(sum -> sum.getValue().as(sum.getKey()))
                .sorted((one, other) -> TotalKey.ORDER.compare(one.key(), other.key()))
                .toList();
    }
}
