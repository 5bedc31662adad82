package io.quartermaster.sandbox.load;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/// `bench intake [SECONDS]`: starts a service of its own and measures its door.
public final class IntakeCommand {

    private static final String SECRET = "bench-secret-of-a-service-that-only-this-machine-sees";
    private static final int WARM_UP_SECONDS = 20;

    private final PrintStream out;

    public IntakeCommand(PrintStream out) {
        this.out = out;
    }

    /// Runs the bench.
    ///
    /// @return the exit code
    public int run(List<String> arguments) throws Exception {
        var seconds = arguments.isEmpty() ? 30 : Integer.parseInt(arguments.getFirst());
        if (seconds < 4 || seconds > 600) {
            throw new IOException("The seconds (%d) must be 4 to 600.".formatted(seconds));
        }
        var home = BenchHome.fresh("intake");
        var settings = Map.of(
                "quartermaster.bootstrap.connections.bench.platform", "shopify",
                "quartermaster.bootstrap.connections.bench.secret", SECRET,
                "quartermaster.bootstrap.connections.bench.settings.currency", "GBP",
                "quartermaster.intake.rate", "1000000",
                "quartermaster.intake.burst", "1000000");
        try (var service = new ServiceProcess(home, settings)) {
            out.printf(
                    "Ready after %.1f s. Warming up for %d s, then measuring …%n",
                    service.start().toMillis() / 1e3, WARM_UP_SECONDS);
            new IntakeBench(service.uri(), SECRET, service.databaseUrl(), out).run(WARM_UP_SECONDS, seconds);
        }
        return 0;
    }
}
