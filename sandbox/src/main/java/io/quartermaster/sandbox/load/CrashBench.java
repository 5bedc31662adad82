package io.quartermaster.sandbox.load;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Random;

/// Kills the service again and again, at moments that a seed chooses, while somebody else works
/// with it.
public final class CrashBench {

    private static final int UPTIME_MILLIS_MIN = 300;
    private static final int UPTIME_MILLIS_MAX = 4_000;

    private final ServiceProcess service;
    private final Random random;
    private final PrintStream out;

    /// @param seed chooses the moments, and whether the database dies too
    public CrashBench(ServiceProcess service, long seed, PrintStream out) {
        this.service = service;
        this.random = new Random(seed);
        this.out = out;
    }

    /// How long the service is up between two kills, on average.
    public static Duration meanUptime() {
        return Duration.ofMillis((UPTIME_MILLIS_MIN + UPTIME_MILLIS_MAX) / 2);
    }

    /// Returns when the service stands again after the last kill.
    public void run(int kills) throws IOException, InterruptedException {
        var databases = 0;
        var longestStart = Duration.ZERO;
        for (var kill = 1; kill <= kills; kill++) {
            Thread.sleep(random.nextInt(UPTIME_MILLIS_MIN, UPTIME_MILLIS_MAX));
            var withDatabase = random.nextInt(3) == 0;
            databases += withDatabase ? 1 : 0;
            service.kill(withDatabase);
            var took = service.start();
            longestStart = took.compareTo(longestStart) > 0 ? took : longestStart;
            out.printf(
                    "  kill -9 number %d%s; up again after %.1f s%n",
                    kill, withDatabase ? ", database too" : "", took.toMillis() / 1e3);
        }
        out.printf(
                "%d kills, %d of them with the database; longest way up %.1f s.%n",
                kills, databases, longestStart.toMillis() / 1e3);
    }
}
