package io.quartermaster.books.sales;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Location;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How a day goes, hour by hour, beside the same weekday of the weeks before.
@Component
class Pulses {

    private static final int WEEKS_COMPARED = 4;

    private final DemandStore store;
    private final Catalog catalog;

    Pulses(DemandStore store, Catalog catalog) {
        this.store = store;
        this.catalog = catalog;
    }

    List<HourPulse> on(LocalDate day) {
        return catalog.locations().stream()
                .flatMap(place -> at(place, day).stream())
                .toList();
    }

    private List<HourPulse> at(Location place, LocalDate day) {
        var first = store.firstSaleAt(place.id()).map(place::businessDay);
        if (first.isEmpty() || first.get().isAfter(day)) {
            return List.of();
        }
        var starts = hourStarts(place, day);
        var sales = store.salesByHour(place.id(), starts);
        var revenue = store.revenueByHour(place.id(), starts);
        var before = new ArrayList<Map<Integer, Long>>();
        for (int week = 1; week <= WEEKS_COMPARED; week++) {
            var past = day.minusWeeks(week);
            if (!past.isBefore(first.get())) {
                before.add(store.salesByHour(place.id(), hourStarts(place, past)));
            }
        }
        var pulses = new ArrayList<HourPulse>();
        for (int hour = 0; hour < starts.size() - 1; hour++) {
            pulses.add(new HourPulse(
                    place.id(),
                    starts.get(hour).atZone(place.zone()).getHour(),
                    sales.getOrDefault(hour, 0L),
                    revenue.getOrDefault(hour, List.of()),
                    usual(before, hour)));
        }
        return pulses;
    }

    private static @Nullable BigDecimal usual(List<Map<Integer, Long>> before, int hour) {
        if (before.isEmpty()) {
            return null;
        }
        long sales = before.stream().mapToLong(it -> it.getOrDefault(hour, 0L)).sum();
        return BigDecimal.valueOf(sales).divide(BigDecimal.valueOf(before.size()), 2, RoundingMode.HALF_EVEN);
    }

    /// Each hour of the business day, 23 to 25 of them, and the beginning of the next day.
    private static List<Instant> hourStarts(Location place, LocalDate day) {
        var starts = new ArrayList<Instant>();
        var end = place.startOf(day.plusDays(1));
        for (var at = place.startOf(day); at.isBefore(end); at = at.plus(Duration.ofHours(1))) {
            starts.add(at);
        }
        starts.add(end);
        return starts;
    }
}
