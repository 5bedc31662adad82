package io.quartermaster.sandbox.retailer;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;

/// Who ordered before the service came: twice a week, by habit, blind to seasons and offers. So
/// the shelves of the history are sometimes empty, as in life.
final class OldBuyer {

    private static final Set<DayOfWeek> ORDER_DAYS = Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY);
    private static final int REVIEW_DAYS = 4;
    private static final int FAST_COVER_DAYS = 8;
    private static final int OTHER_COVER_DAYS = 20;
    private static final int SAFETY_DAYS = 2;
    private static final double DAY_SECONDS = 86_400;

    private final Demand demand;
    private final Random random;
    private final List<Order> underway = new ArrayList<>();

    OldBuyer(long seed, Demand demand) {
        this.demand = demand;
        this.random = new Random(seed * 31 + 7);
    }

    boolean ordersOn(LocalDate day) {
        return ORDER_DAYS.contains(day.getDayOfWeek());
    }

    /// What a shop is stocked with when it opens.
    Map<String, Integer> openingStock(Site site) {
        var units = new LinkedHashMap<String, Integer>();
        for (var what : demand.assortment().stocked().values()) {
            units.put(what.sku(), packs(what, upTo(what, site)));
        }
        return units;
    }

    /// The deliveries that this site's orders of today will bring, by time of arrival.
    List<Happening.Delivered> order(Site site, Instant now, ToIntFunction<String> available) {
        underway.removeIf(order -> !order.arrives().isAfter(now));
        var bySupplier = new LinkedHashMap<Supplier, Map<String, Integer>>();
        for (var what : demand.assortment().stocked().values()) {
            var position = available.applyAsInt(what.sku()) + underway(site, what);
            if (position <= reorderPoint(what, site)) {
                bySupplier
                        .computeIfAbsent(what.supplier(), _ -> new LinkedHashMap<>())
                        .put(what.sku(), packs(what, upTo(what, site) - position));
            }
        }
        var deliveries = new ArrayList<Happening.Delivered>();
        bySupplier.forEach((supplier, units) -> {
            var arrives = now.plus(leadTime(supplier, random));
            underway.add(new Order(site, arrives, units));
            deliveries.add(new Happening.Delivered(arrives, site, units));
        });
        return deliveries;
    }

    private int underway(Site site, Stocked what) {
        return underway.stream()
                .filter(order -> order.site().equals(site))
                .mapToInt(order -> order.units().getOrDefault(what.sku(), 0))
                .sum();
    }

    private double reorderPoint(Stocked what, Site site) {
        return demand.ordinary(what, site) * (what.supplier().leadTimeDays() + REVIEW_DAYS + SAFETY_DAYS);
    }

    private double upTo(Stocked what, Site site) {
        var cover = what.pace() == Pace.FAST ? FAST_COVER_DAYS : OTHER_COVER_DAYS;
        return reorderPoint(what, site) + demand.ordinary(what, site) * cover;
    }

    private static int packs(Stocked what, double units) {
        return Math.max(1, (int) Math.ceil(units / what.casePack())) * what.casePack();
    }

    /// From order to goods: about normal, never less than half of the usual.
    static Duration leadTime(Supplier supplier, Random random) {
        var days = supplier.leadTimeDays() + supplier.leadTimeDeviationDays() * random.nextGaussian();
        return Duration.ofSeconds((long) (Math.max(days, supplier.leadTimeDays() / 2) * DAY_SECONDS));
    }

    private record Order(Site site, Instant arrives, Map<String, Integer> units) {}
}
