package io.quartermaster.sandbox.load;

import io.quartermaster.sandbox.wire.HttpLine;
import io.quartermaster.sandbox.wire.ShopifySignature;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Sales that come so many a second, whether or not the service keeps up.
final class PacedSales {

    private static final int LINES = 16;
    private static final long NANOS = 1_000_000_000L;

    private final URI service;
    private final String secret;
    private final int perSecond;

    PacedSales(URI service, String secret, int perSecond) {
        this.service = service;
        this.secret = secret;
        this.perSecond = perSecond;
    }

    /// @return how long each acknowledgement took
    /// @throws IOException if a sale was not acknowledged
    Latencies sell(SampleOrders orders, int seconds) throws Exception {
        var latencies = new Latencies(perSecond * seconds);
        var next = new AtomicInteger();
        var began = System.nanoTime();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (var line = 0; line < LINES; line++) {
                all.add(pool.submit((Callable<Boolean>) () -> {
                    sellOnOneLine(orders, latencies, next, began, perSecond * seconds);
                    return true;
                }));
            }
            for (var one : all) {
                one.get();
            }
        }
        return latencies;
    }

    private void sellOnOneLine(SampleOrders orders, Latencies latencies, AtomicInteger next, long began, int all)
            throws IOException, InterruptedException {
        var signature = new ShopifySignature(secret);
        try (var line = new HttpLine(service)) {
            for (var index = next.getAndIncrement(); index < all; index = next.getAndIncrement()) {
                var pause = began + index * NANOS / perSecond - System.nanoTime();
                if (pause > 0) {
                    Thread.sleep(Duration.ofNanos(pause));
                }
                var body = orders.order(index, Instant.ofEpochMilli(System.currentTimeMillis()));
                var headers = signature.headers("orders/create", orders.delivery(index), body);
                var sent = System.nanoTime();
                if (!line.post("/hooks/bench", headers, body).isAcknowledged()) {
                    throw new IOException("A sale was not acknowledged.");
                }
                latencies.add(System.nanoTime() - sent);
            }
        }
    }
}
