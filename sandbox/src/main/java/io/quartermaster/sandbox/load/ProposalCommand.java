package io.quartermaster.sandbox.load;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/// `bench proposal [SECONDS]`: how long after a sale its proposal is on the desk, while 500
/// sales a second come in. It starts a service of its own.
public final class ProposalCommand {

    private static final String SECRET = "bench-secret-of-a-service-that-only-this-machine-sees";
    private static final String KEY = "qm_bench_key_of_a_service_that_only_this_machine_sees";

    private final PrintStream out;

    public ProposalCommand(PrintStream out) {
        this.out = out;
    }

    /// Runs the bench.
    ///
    /// @return the exit code: 0 if there were proposals to measure
    public int run(List<String> arguments) throws Exception {
        var seconds = arguments.isEmpty() ? 60 : Integer.parseInt(arguments.getFirst());
        if (seconds < 20 || seconds > 600) {
            throw new IOException("The seconds (%d) must be 20 to 600.".formatted(seconds));
        }
        var home = BenchHome.fresh("proposal");
        var settings = Map.of(
                "quartermaster.bootstrap.api-key", KEY,
                "quartermaster.bootstrap.connections.bench.platform", "shopify",
                "quartermaster.bootstrap.connections.bench.secret", SECRET,
                "quartermaster.bootstrap.connections.bench.settings.currency", "GBP",
                "quartermaster.bootstrap.connections.bench.settings.locations", "1=bench-shop",
                "quartermaster.bootstrap.connections.shelf.platform", "generic",
                "quartermaster.bootstrap.connections.shelf.secret", SECRET);
        try (var service = new ServiceProcess(home, settings)) {
            out.printf(
                    "Ready after %.1f s. Setting up the shop …%n",
                    service.start().toMillis() / 1e3);
            return new ProposalBench(service.uri(), SECRET, KEY, service.databaseUrl(), out).run(seconds);
        }
    }
}
