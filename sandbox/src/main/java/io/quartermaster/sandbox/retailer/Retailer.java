package io.quartermaster.sandbox.retailer;

import io.quartermaster.sandbox.retailer.Happening.Cancelled;
import io.quartermaster.sandbox.retailer.Happening.DayBegins;
import io.quartermaster.sandbox.retailer.Happening.Delivered;
import io.quartermaster.sandbox.retailer.Happening.Errand;
import io.quartermaster.sandbox.retailer.Happening.Fulfilled;
import io.quartermaster.sandbox.retailer.Happening.TakenBack;
import io.quartermaster.sandbox.retailer.Happening.Visited;
import io.quartermaster.sandbox.retailer.Site.Platform;
import io.quartermaster.sandbox.till.Sale;
import io.quartermaster.sandbox.till.Till;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/// The chain at work: customers come, buy what is there, bring some of it back; goods arrive.
///
/// It lives through time as it is told to, from one happening to the next, and the same seed
/// always lives the same life, as long as nobody else changes the stock.
public final class Retailer {

    private static final double RETURN_SHARE = 0.02;
    private static final double CANCEL_SHARE = 0.02;
    private static final Duration RETURN_AFTER_MIN = Duration.ofHours(20);
    private static final int RETURN_WITHIN_DAYS = 10;
    private static final int FULFIL_AFTER_HOURS_MIN = 3;
    private static final int FULFIL_AFTER_HOURS_SPREAD = 20;
    private static final int ORDER_HOUR = 6;
    private static final Comparator<Planned> IN_TIME =
            Comparator.comparing((Planned planned) -> planned.what().at()).thenComparingLong(Planned::number);

    private final Map<Platform, Till> tills;
    private final Demand demand;
    private final OldBuyer oldBuyer;
    private final Random random;
    private final Ledger ledger = new Ledger();
    private final PriorityQueue<Planned> diary = new PriorityQueue<>(IN_TIME);
    private final Instant oldBuyerLeaves;
    private long planned;
    private final AtomicLong receipts = new AtomicLong(); // read by the index page while a long history is told

    /// A chain that has not opened yet.
    ///
    /// @param oldBuyerLeaves from when on nobody orders any more, unless the service does
    public Retailer(long seed, Assortment assortment, Map<Platform, Till> tills, Instant oldBuyerLeaves) {
        this.tills = Map.copyOf(tills);
        this.demand = new Demand(seed, assortment);
        this.oldBuyer = new OldBuyer(seed, demand);
        this.random = new Random(seed * 17 + 3);
        this.oldBuyerLeaves = oldBuyerLeaves;
    }

    /// Opens all places with full shelves.
    public synchronized void open(Instant at) {
        for (var platform : Platform.values()) {
            till(platform).open(Chain.placesOn(platform), demand.assortment().articles(), at);
        }
        for (var site : Chain.SITES) {
            receive(site, oldBuyer.openingStock(site), at);
        }
        var first = at.atZone(Chain.ZONE).toLocalDate().plusDays(1);
        plan(new DayBegins(startOf(first), first));
    }

    /// When the next thing happens.
    public synchronized Instant next() {
        return Objects.requireNonNull(diary.peek(), "a next day is always planned")
                .what()
                .at();
    }

    /// Lives through everything up to and including `until`.
    public synchronized void liveUntil(Instant until) {
        while (!next().isAfter(until)) {
            happen(diary.remove().what());
        }
    }

    /// Plans something of somebody else's to be done at a time.
    public synchronized void plan(Instant at, Runnable errand) {
        plan(new Errand(at, errand));
    }

    /// Goods arrived at a site's dock.
    public synchronized void receive(Site site, Map<String, Integer> units, Instant at) {
        units.forEach((sku, quantity) -> ledger.received(site.place().id(), sku, quantity));
        till(site).receive(site.place().id(), units, at);
    }

    /// Goods went from one site to another. What was sold in the meantime stays where it is.
    public synchronized void move(Site from, Site to, Map<String, Integer> units, Instant at) {
        var moved = new LinkedHashMap<String, Integer>();
        units.forEach((sku, wanted) -> {
            var quantity = Math.min(wanted, till(from).available(from.place().id(), sku));
            if (quantity > 0) {
                moved.put(sku, quantity);
                ledger.adjusted(from.place().id(), sku, -quantity);
                ledger.adjusted(to.place().id(), sku, quantity);
            }
        });
        till(from).sendOff(from.place().id(), moved, at);
        till(to).receive(to.place().id(), moved, at);
    }

    public Ledger ledger() {
        return ledger;
    }

    public long receipts() {
        return receipts.get();
    }

    public static Optional<Site> site(String ours) {
        return Chain.SITES.stream().filter(site -> site.ours().equals(ours)).findFirst();
    }

    private void happen(Happening happening) {
        switch (happening) {
            case DayBegins begins -> begin(begins.day());
            case Visited visited -> serve(visited.site(), visited.visit());
            case Fulfilled fulfilled -> till(fulfilled.site()).fulfil(fulfilled.order(), fulfilled.at());
            case Cancelled cancelled -> cancel(cancelled);
            case TakenBack back -> takeBack(back);
            case Delivered delivered -> receive(delivered.site(), delivered.units(), delivered.at());
            case Errand errand -> errand.what().run();
        }
    }

    private void begin(LocalDate day) {
        for (var site : Chain.SITES) {
            demand.visits(site, day).forEach(visit -> plan(new Visited(visit.at(), site, visit)));
            var orderTime = day.atTime(ORDER_HOUR, 0).atZone(Chain.ZONE).toInstant();
            if (oldBuyer.ordersOn(day) && orderTime.isBefore(oldBuyerLeaves)) {
                plan(new Errand(
                        orderTime,
                        () -> oldBuyer.order(
                                        site,
                                        orderTime,
                                        sku -> till(site).available(site.place().id(), sku))
                                .forEach(this::plan)));
            }
        }
        plan(new DayBegins(startOf(day.plusDays(1)), day.plusDays(1)));
    }

    private void serve(Site site, Visit visit) {
        var lines = new ArrayList<Sale.Line>();
        visit.wanted().forEach((sku, wanted) -> {
            var there = Math.max(0, till(site).available(site.place().id(), sku));
            var sold = Math.min(wanted, there);
            ledger.asked(site.place().id(), sku, wanted, sold);
            if (sold > 0) {
                lines.add(line(sku, sold, visit.at()));
            }
        });
        if (lines.isEmpty()) {
            return; // they leave with nothing: no till ever hears of it
        }
        var channel = site.isWeb() ? Sale.Channel.WEB : Sale.Channel.SHOP;
        var order = till(site).sell(new Sale(site.place().id(), visit.at(), channel, lines, visit.buyer()));
        receipts.incrementAndGet();
        planAftermath(site, visit.at(), order, lines);
    }

    private Sale.Line line(String sku, int quantity, Instant at) {
        var what = demand.assortment().find(sku).orElseThrow();
        var percent = demand.promotionPercent(what, at.atZone(Chain.ZONE).toLocalDate());
        var price = what.article().price();
        return new Sale.Line(sku, quantity, price, quantity * price * percent / 100);
    }

    private void planAftermath(Site site, Instant at, String order, List<Sale.Line> lines) {
        if (site.isWeb()) {
            var ready = at.plus(Duration.ofHours(FULFIL_AFTER_HOURS_MIN))
                    .plusSeconds(random.nextInt(FULFIL_AFTER_HOURS_SPREAD * 3600));
            if (random.nextDouble() < CANCEL_SHARE) {
                var units = new LinkedHashMap<String, Integer>();
                lines.forEach(line -> units.merge(line.sku(), line.quantity(), Integer::sum));
                plan(new Cancelled(ready, site, order, units));
                return;
            }
            plan(new Fulfilled(ready, site, order));
        }
        for (var line : lines) {
            if (random.nextDouble() < RETURN_SHARE) {
                var back =
                        at.plus(RETURN_AFTER_MIN.plusDays(1)).plusSeconds(random.nextInt(RETURN_WITHIN_DAYS * 86_400));
                plan(new TakenBack(inOpeningHours(site, back), site, order, line.sku(), 1));
            }
        }
    }

    /// Nobody brings goods back at night: at noon, then.
    private static Instant inOpeningHours(Site site, Instant at) {
        var local = at.atZone(site.place().zone());
        var minute = local.getHour() * 60 + local.getMinute();
        var day = local.toLocalDate();
        var open = minute >= site.opensAtMinute(day) && minute < site.closesAtMinute(day);
        return open ? at : day.atTime(12, 0).atZone(site.place().zone()).toInstant();
    }

    private void cancel(Cancelled cancelled) {
        cancelled
                .units()
                .forEach((sku, quantity) ->
                        ledger.returned(cancelled.site().place().id(), sku, quantity));
        till(cancelled.site()).cancel(cancelled.order(), cancelled.at());
    }

    private void takeBack(TakenBack back) {
        ledger.returned(back.site().place().id(), back.sku(), back.quantity());
        till(back.site()).takeBack(back.order(), back.sku(), back.quantity(), back.at());
    }

    private void plan(Happening what) {
        diary.add(new Planned(what, planned++));
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Chain.ZONE).toInstant();
    }

    private Till till(Site site) {
        return till(site.platform());
    }

    private Till till(Platform platform) {
        return Objects.requireNonNull(tills.get(platform), platform.name());
    }

    /// @param number breaks ties, so that the same seed gives the same order
    private record Planned(Happening what, long number) {}
}
