package io.quartermaster.sandbox.load;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The service, as a process of its own that can be started, stopped and killed.
public final class ServiceProcess implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final Duration STOP_MAX = Duration.ofSeconds(40);

    private final List<String> command;
    private final Path home;
    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private @Nullable Process process;

    /// @param home its folder; what is in `settings` is written there
    /// @param settings beyond the defaults, by name
    public ServiceProcess(Path home, Map<String, String> settings) throws IOException {
        this.command = command();
        this.home = home;
        this.port = freePort();
        Files.createDirectories(home);
        var lines = new ArrayList<String>();
        new TreeMap<>(settings).forEach((name, value) -> lines.add(name + "=" + value));
        Files.write(home.resolve("quartermaster.properties"), lines);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Starts it and waits until it is ready for messages.
    ///
    /// @return how long that took
    public Duration start() throws IOException, InterruptedException {
        var began = System.nanoTime();
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("service.log").toFile()));
        builder.environment().put("QUARTERMASTER_HOME", home.toString());
        builder.environment().put("QUARTERMASTER_PORT", Integer.toString(port));
        var started = builder.start();
        process = started;
        while (System.nanoTime() - began < START_MAX.toNanos()) {
            if (isReady()) {
                return Duration.ofNanos(System.nanoTime() - began);
            }
            if (!started.isAlive()) {
                throw new IOException(
                        "The service ended while it started; its log is %s.".formatted(home.resolve("service.log")));
            }
            Thread.sleep(50);
        }
        throw new IOException("The service was not ready within %s; its log is %s."
                .formatted(START_MAX, home.resolve("service.log")));
    }

    /// Ends it as a power cut would: nothing is told, nothing is tidied.
    ///
    /// @param withDatabase whether its PostgreSQL dies with it
    public void kill(boolean withDatabase) throws IOException, InterruptedException {
        var running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
        if (withDatabase) {
            killDatabase();
        }
    }

    private void killDatabase() throws IOException {
        var file = home.resolve("postgres/data/postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        var postmaster = ProcessHandle.of(
                Long.parseLong(Files.readAllLines(file).getFirst().strip()));
        postmaster.ifPresent(handle -> {
            var children = handle.descendants().toList();
            handle.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        });
    }

    private boolean isReady() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(uri().resolve("/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /// How the launcher starts the service: it hands the words down, a line each.
    private static List<String> command() throws IOException {
        var words = System.getenv("QM_SERVICE_COMMAND");
        if (words == null || words.isBlank()) {
            throw new IOException("QM_SERVICE_COMMAND is not set. Start this by ./quartermaster.");
        }
        return words.lines().toList();
    }

    /// Walks the chain of its journal, as `audit verify` does.
    ///
    /// @return 0 if nothing was tampered with
    public int audit(PrintStream out) throws IOException, InterruptedException {
        var words = new ArrayList<>(command.subList(0, command.size() - 1));
        words.addAll(List.of("audit", "verify"));
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("QUARTERMASTER_HOME", home.toString());
        var audit = builder.start();
        audit.inputReader().lines().forEach(out::println);
        return audit.waitFor();
    }

    /// The way into its own PostgreSQL, for a baseline on the same server.
    String databaseUrl() throws IOException {
        var port = Files.readAllLines(home.resolve("postgres/data/postmaster.pid"))
                .get(3)
                .strip();
        var password = Files.readString(home.resolve("postgres/password")).strip();
        return "jdbc:postgresql://127.0.0.1:%s/quartermaster?user=quartermaster&password=%s".formatted(port, password);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        var running = process;
        if (running != null) {
            running.destroy();
            try {
                if (!running.waitFor(STOP_MAX.toSeconds(), TimeUnit.SECONDS)) {
                    running.destroyForcibly();
                }
            } catch (InterruptedException stopped) {
                running.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
