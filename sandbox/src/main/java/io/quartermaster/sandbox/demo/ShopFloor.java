package io.quartermaster.sandbox.demo;

import io.quartermaster.sandbox.hooks.Dock;
import io.quartermaster.sandbox.mail.Letter;
import io.quartermaster.sandbox.mail.TransferLetter;
import io.quartermaster.sandbox.retailer.Assortment;
import io.quartermaster.sandbox.retailer.Retailer;
import io.quartermaster.sandbox.retailer.Site;
import io.quartermaster.sandbox.web.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.concurrent.atomic.AtomicLong;

/// The people in the shops: they read that another shop wants goods, drive them there, and tell
/// that they came in.
public final class ShopFloor {

    private static final int TRANSFERS_MAX = 10_000;
    private static final Duration ON_THE_ROAD = Duration.ofDays(2);

    private final Assortment assortment;
    private final Retailer retailer;
    private final Dock dock;
    private final LinkedHashSet<String> known = new LinkedHashSet<>();
    private final AtomicLong received = new AtomicLong();

    public ShopFloor(Assortment assortment, Retailer retailer, Dock dock) {
        this.assortment = assortment;
        this.retailer = retailer;
        this.dock = dock;
    }

    public long received() {
        return received.get();
    }

    /// Reads a letter. The same transfer asked for twice is driven once.
    public synchronized void read(Letter letter) {
        TransferLetter.in(letter).ifPresent(transfer -> accept(transfer, letter.at()));
    }

    private void accept(TransferLetter transfer, Instant at) {
        var from = Retailer.site(transfer.from());
        var to = Retailer.site(transfer.to());
        if (from.isEmpty() || to.isEmpty() || known.size() >= TRANSFERS_MAX || !known.add(transfer.number())) {
            System.out.printf(
                    "sandbox: transfer %s from %s to %s is not taken (unknown place, or seen before)%n",
                    transfer.number(), transfer.from(), transfer.to());
            return;
        }
        var arrives = at.plus(ON_THE_ROAD);
        retailer.plan(arrives, () -> arrive(transfer, from.orElseThrow(), to.orElseThrow(), arrives));
    }

    private void arrive(TransferLetter transfer, Site from, Site to, Instant at) {
        received.incrementAndGet();
        var units = new LinkedHashMap<String, Integer>();
        transfer.units().forEach((sku, quantity) -> {
            if (assortment.find(sku).isPresent()) {
                units.put(sku, quantity);
            }
        });
        dock.tell(
                "transfer.received",
                Json.object()
                        .put("transfer", transfer.number())
                        .put("location_id", to.ours())
                        .put("received_at", at.toString()));
        retailer.move(from, to, units, at);
    }
}
