package io.quartermaster.sandbox.replay;

import io.quartermaster.sandbox.load.BenchHome;
import io.quartermaster.sandbox.load.CrashBench;
import io.quartermaster.sandbox.load.ServiceProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// `bench crash --file FILE [--kills 50] [--seed 7]`: replays the file while the service is
/// killed at random moments, then holds the books against the file: nothing that was
/// acknowledged may be missing, nothing may count twice.
public final class CrashCommand {

    private static final String CONNECTION = "replay";
    private static final int LINES = 16;

    private final PrintStream out;
    private int kills = 50;
    private long seed = 7;
    private Path file = Path.of("");
    private @Nullable Path home;

    public CrashCommand(PrintStream out) {
        this.out = out;
    }

    /// @return 0 if books and file agree afterwards
    public int run(List<String> arguments) throws IOException, InterruptedException {
        read(arguments);
        var invoices = UciFile.invoices(file);
        var messages = new ShopifyMessages().of(invoices);
        var folder = home == null ? BenchHome.fresh("crash") : home;
        var key = ReplaySettings.apiKey(folder);
        try (var service = new ServiceProcess(folder, ReplaySettings.of(CONNECTION, key))) {
            service.start();
            var sender = new Sender(service.uri(), CONNECTION, ReplaySettings.SECRET, LINES, speed(messages));
            var sending = CompletableFuture.runAsync(() -> send(sender, messages));
            new CrashBench(service, seed, out).run(kills);
            sending.join();
            var api = new ServiceApi(service.uri(), key);
            new ReplayCommand(out).settle(api);
            out.printf(
                    "All %,d messages acknowledged; %,d tries failed on the way and were sent again.%n",
                    messages.size(), sender.sentAgain());
            var reconciliation = new Reconciliation(invoices, Books.read(api, CONNECTION));
            reconciliation.print(out);
            var chain = service.audit(out);
            return reconciliation.isExact() && chain == 0 ? 0 : 1;
        }
    }

    private void send(Sender sender, List<Message> messages) {
        try {
            sender.send(messages, new Progress(out, false, "sending", messages.size()));
        } catch (IOException | InterruptedException fault) {
            throw new IllegalStateException("The replay ended: " + fault.getMessage(), fault);
        }
    }

    /// So fast that the file lasts about as long as the kills do.
    private double speed(List<Message> messages) {
        var span = Duration.between(messages.getFirst().at(), messages.getLast().at());
        return (double) span.toMillis() / (CrashBench.meanUptime().toMillis() * Math.max(1, kills));
    }

    private void read(List<String> arguments) throws IOException {
        var words = new ArrayDeque<>(arguments);
        while (words.size() > 1) {
            var word = words.pop();
            switch (word) {
                case "--file" -> file = Path.of(words.pop());
                case "--kills" -> kills = Integer.parseInt(words.pop());
                case "--seed" -> seed = Long.parseLong(words.pop());
                case "--home" -> home = Path.of(words.pop());
                default ->
                    throw new IOException("'%s' is not known. Usage: bench crash --file FILE [--kills 50] [--seed 7]"
                            .formatted(word));
            }
        }
    }
}
