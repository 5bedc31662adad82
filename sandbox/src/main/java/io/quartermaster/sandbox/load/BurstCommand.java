package io.quartermaster.sandbox.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `bench burst [SECONDS]`: a shop of twenty sales a second sells a hundred times as much for a
/// while. How long are its tills kept waiting, is anything lost, and when are the books up to
/// date?
public final class BurstCommand {

    private static final String SECRET = "bench-secret-of-a-service-that-only-this-machine-sees";
    private static final String KEY = "qm_bench_key_of_a_service_that_only_this_machine_sees";
    private static final int USUAL_PER_SECOND = 20;
    private static final int BURST_PER_SECOND = 2_000;
    private static final int USUAL_SECONDS = 20;
    private static final int VARIANTS = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final PrintStream out;
    private final HttpClient http = HttpClient.newHttpClient();

    public BurstCommand(PrintStream out) {
        this.out = out;
    }

    /// Runs the bench.
    ///
    /// @return the exit code: 0 if each sale that was acknowledged is in the books, once
    public int run(List<String> arguments) throws Exception {
        var seconds = arguments.isEmpty() ? 60 : Integer.parseInt(arguments.getFirst());
        if (seconds < 5 || seconds > 600) {
            throw new IOException("The seconds (%d) must be 5 to 600.".formatted(seconds));
        }
        var settings = Map.of(
                "quartermaster.bootstrap.api-key",
                KEY,
                "quartermaster.bootstrap.connections.bench.platform",
                "shopify",
                "quartermaster.bootstrap.connections.bench.secret",
                SECRET,
                "quartermaster.bootstrap.connections.bench.settings.currency",
                "GBP");
        try (var service = new ServiceProcess(BenchHome.fresh("burst"), settings)) {
            service.start();
            return run(service.uri(), seconds);
        }
    }

    private int run(URI service, int seconds) throws Exception {
        var before = new PacedSales(service, SECRET, USUAL_PER_SECOND)
                .sell(new SampleOrders(1_000_000_000L, VARIANTS), USUAL_SECONDS);
        var during = new PacedSales(service, SECRET, BURST_PER_SECOND)
                .sell(new SampleOrders(2_000_000_000L, VARIANTS), seconds);
        var ended = System.nanoTime();
        while (!get(service, "/v1/status").get("quiet").asBoolean()) {
            if (System.nanoTime() - ended > PATIENCE.toNanos()) {
                throw new IOException("The books were not up to date after %d s.".formatted(PATIENCE.toSeconds()));
            }
            Thread.sleep(200);
        }
        var drained = (System.nanoTime() - ended) / 1e9;
        long sold = 0;
        for (var item : get(service, "/v1/reports/sales-by-sku?connection=bench&limit=1000")
                .get("items")) {
            sold += item.get("units_sold").asLong();
        }
        long sent = before.count() + (long) during.count();
        out.printf("%,d sales a second for %d s: %s%n", USUAL_PER_SECOND, USUAL_SECONDS, before);
        out.printf("%,d sales a second for %d s: %s%n", BURST_PER_SECOND, seconds, during);
        out.printf("The books were up to date %.1f s later.%n", drained);
        out.printf("%,d sales acknowledged, %,d in the books.%n", sent, sold);
        return sent == sold ? 0 : 1;
    }

    private JsonNode get(URI service, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Bearer " + KEY)
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("%s was answered with %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return JsonMapper.shared().readTree(answer.body());
    }
}
