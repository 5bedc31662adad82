package io.quartermaster.sandbox.load;

import io.quartermaster.sandbox.wire.HttpLine;
import io.quartermaster.sandbox.wire.ShopifySignature;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// How many signed webhooks a second are acknowledged, each only after it is durable, held
/// against the same PostgreSQL inserting the same rows with a commit each, in the same run.
final class IntakeBench {

    private static final int LINES = 64;
    private static final int BASELINE_CONNECTIONS = 64;
    private static final int VARIANTS = 1_000;

    private final URI service;
    private final String secret;
    private final String databaseUrl;
    private final PrintStream out;

    IntakeBench(URI service, String secret, String databaseUrl, PrintStream out) {
        this.service = service;
        this.secret = secret;
        this.databaseUrl = databaseUrl;
        this.out = out;
    }

    void run(int warmUpSeconds, int seconds) throws Exception {
        // The baseline comes first, while the service has nothing to do: what it digests after the
        // warm-up would slow the inserts down and flatter the ratio.
        var one = inserts(1, seconds / 2);
        var many = inserts(BASELINE_CONNECTIONS, seconds / 2);
        webhooks(System.currentTimeMillis() * 1_000, warmUpSeconds);
        var ours = webhooks(System.currentTimeMillis() * 1_000, seconds);
        out.printf("%n%-66s %10s%n", "signed 1 KB webhooks, each acknowledged after fsync", "per second");
        out.printf(
                "  %-64s %,10.0f   %s%n",
                "Quartermaster over HTTP, %d lines".formatted(LINES), ours.perSecond(), ours.latencies());
        out.printf(
                "  %-64s %,10.0f   %s%n", "PostgreSQL, a commit each, 1 connection", one.perSecond(), one.latencies());
        out.printf(
                "  %-64s %,10.0f   %s%n",
                "PostgreSQL, a commit each, %d connections".formatted(BASELINE_CONNECTIONS),
                many.perSecond(),
                many.latencies());
        out.printf(
                "  ratio to a commit each: %.1f of one connection, %.1f of %d connections%n",
                ours.perSecond() / one.perSecond(), ours.perSecond() / many.perSecond(), BASELINE_CONNECTIONS);
    }

    private Figures webhooks(long firstNumber, int seconds) throws Exception {
        var orders = new SampleOrders(firstNumber, VARIANTS);
        var next = new AtomicInteger();
        return together(LINES, seconds, (latencies, until) -> {
            var signature = new ShopifySignature(secret);
            try (var line = new HttpLine(service)) {
                while (System.nanoTime() < until) {
                    var index = next.getAndIncrement();
                    var body = orders.order(index, Instant.ofEpochMilli(System.currentTimeMillis()));
                    var headers = signature.headers("orders/create", orders.delivery(index), body);
                    var began = System.nanoTime();
                    var answer = line.post("/hooks/bench", headers, body);
                    if (!answer.isAcknowledged()) {
                        throw new IOException(
                                "A webhook was answered with %d: %s".formatted(answer.status(), answer.body()));
                    }
                    latencies.add(System.nanoTime() - began);
                }
            }
        });
    }

    private Figures inserts(int connections, int seconds) throws Exception {
        var orders = new SampleOrders(System.currentTimeMillis() * 1_000, VARIANTS);
        var next = new AtomicInteger();
        try (var setUp = DriverManager.getConnection(databaseUrl)) {
            prepare(setUp);
            var figures = together(connections, seconds, (latencies, until) -> {
                try (var connection = DriverManager.getConnection(databaseUrl);
                        var insert = connection.prepareStatement(
                                "INSERT INTO bench_baseline (delivery, body) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
                    while (System.nanoTime() < until) {
                        var index = next.getAndIncrement();
                        var body = orders.order(index, Instant.ofEpochMilli(System.currentTimeMillis()));
                        var began = System.nanoTime();
                        insert.setString(1, orders.delivery(index));
                        insert.setBytes(2, body);
                        insert.executeUpdate();
                        latencies.add(System.nanoTime() - began);
                    }
                }
            });
            try (var drop = setUp.createStatement()) {
                drop.execute("DROP TABLE bench_baseline");
            }
            return figures;
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        try (var create = connection.createStatement()) {
            create.execute("DROP TABLE IF EXISTS bench_baseline");
            create.execute("""
                    CREATE TABLE bench_baseline (
                        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                        received_at timestamptz NOT NULL DEFAULT now(),
                        delivery text NOT NULL UNIQUE,
                        body bytea NOT NULL)""");
        }
    }

    private static Figures together(int threads, int seconds, Work work) throws Exception {
        var latencies = new Latencies(5_000_000);
        var began = System.nanoTime();
        var until = began + seconds * 1_000_000_000L;
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (var thread = 0; thread < threads; thread++) {
                all.add(pool.submit((Callable<Boolean>) () -> {
                    work.until(latencies, until);
                    return true;
                }));
            }
            for (var one : all) {
                one.get();
            }
        } catch (ExecutionException fault) {
            throw new IOException("The bench ended: " + fault.getMessage(), fault);
        }
        return new Figures(latencies.count() / ((System.nanoTime() - began) / 1e9), latencies);
    }

    private record Figures(double perSecond, Latencies latencies) {}

    @FunctionalInterface
    private interface Work {
        void until(Latencies latencies, long untilNanos) throws Exception;
    }
}
