package io.quartermaster.sandbox.replay;

import io.quartermaster.sandbox.load.ServiceProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `replay --format uci-online-retail FILE`: a year of a real retailer through the front door,
/// then the reconciliation. It fails unless books and file agree to the unit and to the penny.
public final class ReplayCommand {

    private static final int SETTLE_SECONDS_MAX = 3_600;

    private final PrintStream out;

    public ReplayCommand(PrintStream out) {
        this.out = out;
    }

    /// Runs the command.
    ///
    /// @return the exit code: 0 if books and file agree
    public int run(List<String> arguments) throws IOException, InterruptedException {
        var options = Options.of(arguments);
        var invoices = UciFile.invoices(options.file);
        var messages = new ShopifyMessages().of(invoices);
        out.printf(
                "%,d invoices with %,d lines become %,d signed webhooks.%n",
                invoices.size(), invoices.stream().mapToLong(List::size).sum(), messages.size());
        if (options.service == null) {
            return withAServiceOfItsOwn(options, invoices, messages);
        }
        return replay(options, options.service, invoices, messages);
    }

    /// Starts the service on a folder that stays: the same again right after finds its own messages
    /// there.
    private int withAServiceOfItsOwn(Options options, List<List<FileLine>> invoices, List<Message> messages)
            throws IOException, InterruptedException {
        options.secret = ReplaySettings.SECRET;
        options.apiKey = ReplaySettings.apiKey(options.home);
        try (var service = new ServiceProcess(options.home, ReplaySettings.of(options.connection, options.apiKey))) {
            out.printf("Starting the service on %s …%n", options.home);
            out.printf("Ready after %.1f s on %s.%n", service.start().toMillis() / 1e3, service.uri());
            return replay(options, service.uri(), invoices, messages);
        }
    }

    private int replay(Options options, URI service, List<List<FileLine>> invoices, List<Message> messages)
            throws IOException, InterruptedException {
        var api = new ServiceApi(service, options.apiKey);
        var before = api.status();
        var sender = new Sender(service, options.connection, options.secret, options.lines, options.speed);
        var began = System.nanoTime();
        sender.send(messages, new Progress(out, "1".equals(System.getenv("QM_TERMINAL")), "sending", messages.size()));
        var sent = System.nanoTime();
        settle(api);
        var settled = System.nanoTime();
        var after = api.status();
        var entries = after.get("journal_entries").asLong()
                - before.get("journal_entries").asLong();
        out.printf(
                "Acknowledged in %.1f s, all understood and booked %.1f s later. Sent again: %,d. New journal entries: %,d%s%n",
                (sent - began) / 1e9,
                (settled - sent) / 1e9,
                sender.sentAgain(),
                entries,
                entries == 0 ? ": every message was a duplicate, and nothing changed." : ".");
        var reconciliation = new Reconciliation(invoices, Books.read(api, options.connection));
        reconciliation.print(out);
        return reconciliation.isExact() ? 0 : 1;
    }

    /// Waits until nothing is on its way any more.
    void settle(ServiceApi api) throws IOException, InterruptedException {
        for (var second = 0; second < SETTLE_SECONDS_MAX; second++) {
            var status = api.status();
            if (status.get("quiet").asBoolean()) {
                return;
            }
            if (second % 10 == 0) {
                out.printf(
                        "  waiting for the books: %,d messages to translate, followers behind by %s%n",
                        status.get("inbox_depth").asLong(), status.get("follower_lag"));
            }
            Thread.sleep(1_000);
        }
        throw new IOException("The books did not come to rest within %d s.".formatted(SETTLE_SECONDS_MAX));
    }

    /// What the command line says.
    private static final class Options {

        private @Nullable URI service;
        private Path home = Path.of(".quartermaster/replay");
        private String connection = "replay";
        private String secret = env("QM_REPLAY_SECRET");
        private String apiKey = env("QM_API_KEY");
        private int lines = 32;
        private double speed = Double.POSITIVE_INFINITY;
        private Path file = Path.of("");

        static Options of(List<String> arguments) throws IOException {
            var options = new Options();
            var words = new ArrayDeque<>(arguments);
            while (!words.isEmpty()) {
                var word = words.pop();
                switch (word) {
                    case "--format" -> requireFormat(next(words, word));
                    case "--service" -> options.service = URI.create(next(words, word));
                    case "--home" -> options.home = Path.of(next(words, word));
                    case "--connection" -> options.connection = next(words, word);
                    case "--secret" -> options.secret = next(words, word);
                    case "--api-key" -> options.apiKey = next(words, word);
                    case "--lines" -> options.lines = Math.clamp(Integer.parseInt(next(words, word)), 1, 256);
                    case "--speed" -> options.speed = speed(next(words, word));
                    default -> options.file = Path.of(word);
                }
            }
            if (!Files.isRegularFile(options.file)) {
                throw new IOException(
                        "There is no file '%s'. Usage: replay --format uci-online-retail FILE [--speed 1000x|max]"
                                .formatted(options.file));
            }
            return options;
        }

        private static void requireFormat(String format) throws IOException {
            if (!format.equals("uci-online-retail")) {
                throw new IOException("The format '%s' is not known; there is: uci-online-retail.".formatted(format));
            }
        }

        private static double speed(String text) throws IOException {
            if (text.equals("max")) {
                return Double.POSITIVE_INFINITY;
            }
            try {
                var speed = Double.parseDouble(text.endsWith("x") ? text.substring(0, text.length() - 1) : text);
                if (speed > 0) {
                    return speed;
                }
            } catch (NumberFormatException fault) {
                // said below
            }
            throw new IOException("The speed '%s' must be a number above zero such as 1000x, or max.".formatted(text));
        }

        private static String next(ArrayDeque<String> words, String option) throws IOException {
            if (words.isEmpty()) {
                throw new IOException("%s wants a value.".formatted(option));
            }
            return words.pop();
        }

        private static String env(String name) {
            return java.util.Objects.requireNonNullElse(System.getenv(name), "");
        }
    }
}
