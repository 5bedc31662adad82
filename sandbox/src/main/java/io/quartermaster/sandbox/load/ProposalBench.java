package io.quartermaster.sandbox.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Collectors;

/// Sells at a fixed rate and reads from the journal when the proposals that followed were made.
final class ProposalBench {

    private static final int SALES_PER_SECOND = 500;
    private static final long FIRST_NUMBER = 2_000_000_000L;
    private static final int SETTLE_SECONDS = 20;
    private static final int PROPOSALS_MAX = 100_000;

    /// From the sale, by the till's clock, to the entry that says it is on the desk. A later revision
    /// joins the story of the first, so only first revisions say which sale began them.
    private static final String MEASURED = """
            SELECT extract(epoch FROM sale.recorded_at - (sale.payload::json #>> '{origin,occurredAt}')::timestamptz),
                   extract(epoch FROM made.recorded_at - (sale.payload::json #>> '{origin,occurredAt}')::timestamptz)
            FROM journal.entry made
            JOIN journal.entry sale ON sale.correlation = made.correlation AND sale.kind = 'SaleRecorded'
            WHERE made.kind = 'ProposalMade' AND made.payload::json ->> 'revision' = '1' AND sale.source_key LIKE 'order/2%'
            """;

    private final URI service;
    private final String secret;
    private final String key;
    private final String databaseUrl;
    private final PrintStream out;

    ProposalBench(URI service, String secret, String key, String databaseUrl, PrintStream out) {
        this.service = service;
        this.secret = secret;
        this.key = key;
        this.databaseUrl = databaseUrl;
        this.out = out;
    }

    int run(int seconds) throws Exception {
        new BenchShop(service, secret, key).open(now());
        Thread.sleep(SETTLE_SECONDS * 1_000L);
        var acknowledged = new PacedSales(service, secret, SALES_PER_SECOND)
                .sell(new SampleOrders(FIRST_NUMBER, BenchShop.VARIANTS), seconds);
        Thread.sleep(SETTLE_SECONDS * 1_000L);
        var proposals = measure();
        out.printf(
                "%,d sales in %d s (%,.0f/s), acknowledged: %s%n",
                acknowledged.count(), seconds, acknowledged.count() / (double) seconds, acknowledged);
        out.printf("%,d proposals; from the sale to the desk: %s%n", proposals.toDesk.count(), proposals.toDesk);
        out.printf("  of which from the sale to the journal: %s%n", proposals.toJournal);
        out.printf("  lines that joined a draft included, as the service tells: %s%n", told());
        return proposals.toDesk.count() > 0 ? 0 : 1;
    }

    private record Measured(Latencies toJournal, Latencies toDesk) {}

    private Measured measure() throws SQLException {
        var measured = new Measured(new Latencies(PROPOSALS_MAX), new Latencies(PROPOSALS_MAX));
        try (var connection = DriverManager.getConnection(databaseUrl);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(MEASURED)) {
            while (rows.next()) {
                measured.toJournal.add((long) (rows.getDouble(1) * 1e9));
                measured.toDesk.add((long) (rows.getDouble(2) * 1e9));
            }
        }
        return measured;
    }

    /// The service's own summary of its last two minutes.
    private String told() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve("/actuator/prometheus"))
                .header("Authorization", "Bearer " + key)
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return answer.body()
                .lines()
                .filter(line -> line.startsWith("quartermaster_sale_to_proposal_seconds"))
                .map(line -> line.replaceAll("quartermaster_sale_to_proposal_|application=\"[^\"]*\",?", ""))
                .collect(Collectors.joining("  "));
    }

    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }
}
