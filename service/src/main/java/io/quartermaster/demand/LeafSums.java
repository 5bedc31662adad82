package io.quartermaster.demand;

import io.quartermaster.demand.TotalKey.Kind;
import io.quartermaster.retail.Unit;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Forecasts of variants added up by everything but the channel: no variant says how it sells.
final class LeafSums {

    private final LocalDate day;
    private final int horizon;
    private final Map<TotalKey, LeafSum> sums = new HashMap<>();

    LeafSums(LocalDate day, int horizon) {
        this.day = day;
        this.horizon = horizon;
    }

    int horizon() {
        return horizon;
    }

    void add(String category, Unit unit, DemandForecast forecast) {
        for (var place : List.of("", forecast.location().value())) {
            for (var key : List.of(
                    new TotalKey(Kind.CHAIN, "", place, unit), new TotalKey(Kind.CATEGORY, category, place, unit))) {
                sums.computeIfAbsent(key, _ -> new LeafSum(horizon)).add(forecast, day);
            }
        }
    }

    Set<TotalKey> keys() {
        return sums.keySet().stream().collect(Collectors.toCollection(() -> new TreeSet<>(TotalKey.ORDER)));
    }

    LeafSum of(TotalKey key) {
        return sums.getOrDefault(key, new LeafSum(horizon));
    }

    /// The whole of each location that sells in a unit.
    List<TotalKey> locations(Unit unit) {
        return keys().stream()
                .filter(key -> key.kind() == Kind.CHAIN && !key.isEverywhere() && key.unit() == unit)
                .toList();
    }

    List<Unit> units() {
        return keys().stream()
                .filter(key -> key.kind() == Kind.CHAIN && key.isEverywhere())
                .map(TotalKey::unit)
                .toList();
    }
}
