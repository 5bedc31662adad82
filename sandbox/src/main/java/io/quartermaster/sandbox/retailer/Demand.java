package io.quartermaster.sandbox.retailer;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/// What customers want on a day, drawn from the seed alone: it does not depend on what is on the
/// shelf, so that lost sales can be told from sales.
final class Demand {

    private static final double PROMOTION_LIFT = 2.1;
    private static final int PROMOTION_PERCENT = 20;
    private static final int PROMOTED_AT_ONCE = 3;
    private static final double DAY_TO_DAY_SPREAD = 0.18;
    private static final double LUMP_UNITS = 4;
    private static final double BASKET_LINES = 3.5;
    private static final int BASKET_LINES_MAX = 9;
    private static final double KNOWN_BUYER_SHARE = 0.25;
    private static final int LINE_UNITS_MAX = 6;

    private final long seed;
    private final Assortment assortment;
    private final List<Stocked> stocked;
    private final Buyers buyers;

    Demand(long seed, Assortment assortment) {
        this.seed = seed;
        this.assortment = assortment;
        this.stocked = List.copyOf(assortment.stocked().values());
        this.buyers = new Buyers(seed);
    }

    /// What an ordinary day at this site asks for: no season, no offer. It is what the old buyer
    /// had in mind.
    double ordinary(Stocked what, Site site) {
        var taste = 0.6 + 0.8 * random("taste", site, what.sku().hashCode()).nextDouble();
        return what.unitsPerDay() * site.trade() * taste;
    }

    /// Percent off on this day; zero for most.
    int promotionPercent(Stocked what, LocalDate day) {
        var week = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.THURSDAY));
        var draw = new Random(Objects.hash(seed, "offer", week.toEpochDay()));
        for (var offer = 0; offer < PROMOTED_AT_ONCE; offer++) {
            if (stocked.get(draw.nextInt(stocked.size())).equals(what)) {
                return PROMOTION_PERCENT;
            }
        }
        return 0;
    }

    /// The visits of a day, in order of time.
    List<Visit> visits(Site site, LocalDate day) {
        if (!site.isOpen(day)) {
            return List.of();
        }
        var random = random("visits", site, day.toEpochDay());
        var lines = new ArrayList<Line>();
        for (var what : stocked) {
            split(what.sku(), asked(what, site, day, random), lines, random);
        }
        Collections.shuffle(lines, random);
        return baskets(site, day, lines, random);
    }

    private int asked(Stocked what, Site site, LocalDate day, Random random) {
        var lift = promotionPercent(what, day) > 0 ? PROMOTION_LIFT : 1;
        var mean = ordinary(what, site) * site.weekday(day) * what.season().factor(day) * lift;
        if (what.pace() == Pace.LUMPY) {
            return random.nextDouble() < mean / LUMP_UNITS ? 1 + poisson(LUMP_UNITS - 1, random) : 0;
        }
        return poisson(mean * Math.exp(DAY_TO_DAY_SPREAD * random.nextGaussian()), random);
    }

    /// Knuth's method; the means are small.
    private static int poisson(double mean, Random random) {
        var limit = Math.exp(-mean);
        var product = random.nextDouble();
        var count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    private static void split(String sku, int units, List<Line> lines, Random random) {
        var left = units;
        while (left > 0) {
            var quantity = Math.min(left, random.nextDouble() < 0.75 ? 1 : 2 + random.nextInt(LINE_UNITS_MAX - 1));
            lines.add(new Line(sku, quantity));
            left -= quantity;
        }
    }

    private List<Visit> baskets(Site site, LocalDate day, List<Line> lines, Random random) {
        var visits = new ArrayList<Visit>();
        var next = 0;
        while (next < lines.size()) {
            var size = Math.min(BASKET_LINES_MAX, 1 + poisson(BASKET_LINES - 1, random));
            var wanted = new LinkedHashMap<String, Integer>();
            for (var line : lines.subList(next, Math.min(lines.size(), next + size))) {
                wanted.merge(line.sku(), line.quantity(), Integer::sum);
            }
            next += size;
            visits.add(visit(site, day, wanted, random));
        }
        visits.sort(java.util.Comparator.comparing(Visit::at));
        return visits;
    }

    private Visit visit(Site site, LocalDate day, Map<String, Integer> wanted, Random random) {
        var open = site.opensAtMinute(day);
        var minutes = site.closesAtMinute(day) - open;
        // The mean of two draws: busiest in the middle of the day.
        var minute = open + (int) (minutes * (random.nextDouble() + random.nextDouble()) / 2);
        var at = day.atTime(minute / 60, minute % 60, random.nextInt(60))
                .atZone(site.place().zone())
                .toInstant();
        var known = site.isWeb() || random.nextDouble() < KNOWN_BUYER_SHARE;
        return new Visit(at, wanted, known ? buyers.any(random) : null);
    }

    Assortment assortment() {
        return assortment;
    }

    private Random random(String what, Site site, long number) {
        return new Random(Objects.hash(seed, what, site.ours(), number) * 2_654_435_761L);
    }

    private record Line(String sku, int quantity) {}
}
