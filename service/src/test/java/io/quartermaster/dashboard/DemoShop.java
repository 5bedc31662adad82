package io.quartermaster.dashboard;

import io.quartermaster.Quartermaster;
import io.quartermaster.TestDatabase;
import io.quartermaster.sandbox.demo.ConnectionLines;
import io.quartermaster.sandbox.demo.Demo;
import io.quartermaster.sandbox.demo.DemoSettings;
import io.quartermaster.sandbox.hooks.Signatures;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The demonstration, in this JVM: the service on a database of its own, and beside it the
/// sandbox with its platforms, customers, suppliers and their mailbox, on a clock that runs
/// fast.
///
/// The settings are those that `./quartermaster demo` writes.
final class DemoShop implements AutoCloseable {

    private static final int HISTORY_DAYS = 40;

    /// A day in half a minute: undo lasts five seconds, and goods of a near supplier are here in
    /// one or two minutes.
    private static final int SPEED = 2880;

    private final Path home;
    private final String dockSecret;
    private final URI service;
    private final URI sandbox;
    private final Demo demo;
    private final Thread life;
    private final ConfigurableApplicationContext context;

    private DemoShop(Path home) throws IOException {
        var ports = freePorts(3);
        this.home = home;
        this.service = URI.create("http://localhost:" + ports.get(0));
        this.sandbox = URI.create("http://localhost:" + ports.get(1));
        var settings = settings(ports, "qm_demo_" + UUID.randomUUID());
        this.dockSecret = settings.secrets().dockSecret();
        this.demo = new Demo(settings, InstantSource.system());
        this.life = Thread.ofPlatform().name("demo").start(this::live);
        this.context = new SpringApplicationBuilder(Quartermaster.class).run(words(settings, ports.get(2)));
    }

    static DemoShop open() throws IOException {
        return new DemoShop(Files.createTempDirectory("quartermaster-demo-"));
    }

    URI service(String path) {
        return service.resolve(path);
    }

    URI sandbox(String path) {
        return sandbox.resolve(path);
    }

    String signInLink() throws IOException {
        return Files.readString(home.resolve("sign-in-link")).strip();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// Closes the tills: nothing more is sold.
    void rest() throws InterruptedException {
        life.interrupt();
        life.join();
    }

    /// A message from the dock that is signed as it should be.
    int dockTells(String topic, String body) throws IOException, InterruptedException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var at = bean(Clock.class).instant().getEpochSecond();
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(service("/hooks/dock"))
                    .header("Content-Type", "application/json")
                    .header("X-Quartermaster-Topic", topic)
                    .header("X-Quartermaster-Delivery", UUID.randomUUID().toString())
                    .header("X-Quartermaster-Timestamp", Long.toString(at))
                    .header("X-Quartermaster-Signature", Signatures.generic(dockSecret, at, bytes))
                    .POST(BodyPublishers.ofByteArray(bytes));
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    @Override
    public void close() throws InterruptedException {
        rest();
        demo.close();
        context.close();
    }

    private void live() {
        try {
            demo.run();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the test is over
        }
    }

    private DemoSettings settings(List<Integer> ports, String apiKey) {
        var now = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
        return DemoSettings.from(
                new String[] {
                    "--service", service.toString(),
                    "--port", ports.get(1).toString(),
                    "--smtp-port", ports.get(2).toString(),
                    "--history-days", Integer.toString(HISTORY_DAYS),
                    "--api-key", apiKey,
                    "--clock-start", morning(now).toString(),
                    "--clock-epoch", now.toString(),
                    "--clock-speed", Integer.toString(SPEED)
                },
                InstantSource.system());
    }

    private static Instant morning(Instant now) {
        return now.atZone(ZoneOffset.UTC).with(LocalTime.of(6, 0)).toInstant();
    }

    /// The command line of the service.
    private String[] words(DemoSettings settings, int smtpPort) {
        var access = TestDatabase.empty();
        var words = new ArrayList<>(List.of(
                "home=" + home,
                "port=" + service.getPort(),
                "database.url=" + access.url(),
                "database.user=" + access.user(),
                "database.password=" + access.password(),
                "demo=true",
                "clock.start=" + settings.clockStart(),
                "clock.epoch=" + settings.clockEpoch(),
                "clock.speed=" + SPEED,
                "bootstrap.api-key=" + settings.secrets().apiKey(),
                "bootstrap.connections.mail.platform=email",
                "bootstrap.connections.mail.url=smtp://localhost:" + smtpPort,
                "bootstrap.connections.mail.settings.from=orders@harbour-and-hill.example",
                "intake.replay-window=2d",
                "desk.undo=4h",
                "desk.expiry=365d",
                "desk.escalation=30d",
                "dashboard.stale-after=2d"));
        words.replaceAll(word -> "--quartermaster." + word);
        ConnectionLines.of(settings).forEach(line -> words.add("--" + line));
        return words.toArray(String[]::new);
    }

    private static List<Integer> freePorts(int count) throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        var ports = new ArrayList<Integer>();
        for (var i = 0; i < count; i++) {
            var socket = new ServerSocket(0);
            sockets.add(socket);
            ports.add(socket.getLocalPort());
        }
        for (var socket : sockets) {
            socket.close();
        }
        return ports;
    }
}
