package io.quartermaster.sandbox.demo;

import io.quartermaster.sandbox.hooks.Dock;
import io.quartermaster.sandbox.mail.Letter;
import io.quartermaster.sandbox.mail.PurchaseOrderLetter;
import io.quartermaster.sandbox.retailer.Assortment;
import io.quartermaster.sandbox.retailer.Chain;
import io.quartermaster.sandbox.retailer.Retailer;
import io.quartermaster.sandbox.retailer.Site;
import io.quartermaster.sandbox.retailer.Supplier;
import io.quartermaster.sandbox.web.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/// All suppliers: they read their mail, confirm what they can deliver, and deliver it.
public final class SupplierDesk {

    private static final int ORDERS_MAX = 10_000;
    private static final int CONFIRM_AFTER_MINUTES = 90;
    private static final double SPLIT_SHARE = 0.12;
    private static final Duration SECOND_PART_AFTER = Duration.ofDays(1);
    private static final double DAY_SECONDS = 86_400;

    private final Assortment assortment;
    private final Retailer retailer;
    private final Dock dock;
    private final Random random;
    private final LinkedHashSet<String> known = new LinkedHashSet<>();
    private final AtomicLong confirmed = new AtomicLong();
    private final AtomicLong delivered = new AtomicLong();

    public SupplierDesk(long seed, Assortment assortment, Retailer retailer, Dock dock) {
        this.assortment = assortment;
        this.retailer = retailer;
        this.dock = dock;
        this.random = new Random(seed * 13 + 11);
    }

    public long confirmed() {
        return confirmed.get();
    }

    public long delivered() {
        return delivered.get();
    }

    /// Reads a letter. The same order sent twice is delivered once.
    public synchronized void read(Letter letter) {
        PurchaseOrderLetter.in(letter).ifPresent(order -> accept(order, letter.at()));
    }

    private void accept(PurchaseOrderLetter order, Instant at) {
        var supplier = assortment.suppliers().get(order.supplier());
        var site = Retailer.site(order.deliverTo());
        if (supplier == null || site.isEmpty() || known.contains(order.number()) || known.size() >= ORDERS_MAX) {
            System.out.printf(
                    "sandbox: order %s to %s for %s is not taken (unknown supplier or place, or seen before)%n",
                    order.number(), order.supplier(), order.deliverTo());
            return;
        }
        known.add(order.number());
        var units = new LinkedHashMap<String, Integer>();
        order.units().forEach((sku, quantity) -> {
            if (assortment.find(sku).isPresent()) {
                units.put(sku, quantity);
            }
        });
        var confirmAt = at.plus(Duration.ofMinutes(CONFIRM_AFTER_MINUTES));
        var arrives = at.plus(leadTime(supplier));
        retailer.plan(confirmAt, () -> confirm(order, supplier, confirmAt, arrives));
        planDeliveries(order, site.orElseThrow(), units, arrives);
    }

    private Duration leadTime(Supplier supplier) {
        var days = supplier.leadTimeDays() + supplier.leadTimeDeviationDays() * random.nextGaussian();
        return Duration.ofSeconds((long) (Math.max(days, supplier.leadTimeDays() / 2) * DAY_SECONDS));
    }

    /// Now and then the last line comes a day later.
    private void planDeliveries(PurchaseOrderLetter order, Site site, Map<String, Integer> units, Instant arrives) {
        var late = new LinkedHashMap<String, Integer>();
        if (units.size() > 1 && random.nextDouble() < SPLIT_SHARE) {
            var last = units.keySet().stream().reduce((_, next) -> next).orElseThrow();
            late.put(last, units.remove(last));
        }
        retailer.plan(arrives, () -> deliver(order, site, units, arrives));
        if (!late.isEmpty()) {
            var later = arrives.plus(SECOND_PART_AFTER);
            retailer.plan(later, () -> deliver(order, site, late, later));
        }
    }

    private void confirm(PurchaseOrderLetter order, Supplier supplier, Instant at, Instant arrives) {
        confirmed.incrementAndGet();
        dock.tell(
                "purchase_order.confirmed",
                Json.object()
                        .put("purchase_order", order.number())
                        .put("supplier_id", supplier.id())
                        .put("confirmed_at", at.toString())
                        .put(
                                "expected_date",
                                arrives.atZone(Chain.ZONE).toLocalDate().toString()));
    }

    private void deliver(PurchaseOrderLetter order, Site site, Map<String, Integer> units, Instant at) {
        delivered.incrementAndGet();
        var lines = Json.array();
        units.forEach((sku, quantity) -> lines.add(Json.object().put("sku", sku).put("quantity", quantity)));
        var body = Json.object()
                .put("purchase_order", order.number())
                .put("location_id", site.ours())
                .put("received_at", at.toString());
        body.set("lines", lines);
        dock.tell("goods.received", body);
        retailer.receive(site, units, at);
    }
}
