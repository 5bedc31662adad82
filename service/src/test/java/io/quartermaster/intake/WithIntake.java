package io.quartermaster.intake;

import io.quartermaster.TestDatabase;
import io.quartermaster.journal.Journal;
import io.quartermaster.retail.RetailEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole service on a database of its own, with three connections: `shop`, `square`, `dock`.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class WithIntake {

    static final String SQUARE_URL = "https://shop.example/hooks/square";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ENTRIES_MAX = 5_000;

    @TempDir
    static Path home;

    @LocalServerPort
    int port;

    @Autowired
    Intake intake;

    @Autowired
    JdbcClient database;

    @Autowired
    Journal journal;

    Sender sender;

    @DynamicPropertySource
    static void onADatabaseOfItsOwn(DynamicPropertyRegistry settings) {
        settings.add("quartermaster.home", home::toString);
        TestDatabase.empty(settings);
        connection(settings, "shop", "shopify");
        connection(settings, "square", "square");
        connection(settings, "dock", "generic");
        settings.add("quartermaster.bootstrap.connections.square.notification-url", () -> SQUARE_URL);
    }

    private static void connection(DynamicPropertyRegistry settings, String id, String platform) {
        var prefix = "quartermaster.bootstrap.connections." + id;
        settings.add(prefix + ".platform", () -> platform);
        settings.add(prefix + ".secret", () -> Sender.SECRET + ", the old secret");
        settings.add(prefix + ".settings.currency", () -> "GBP");
        settings.add(prefix + ".settings.non-merchandise", () -> "POST, GIFT*");
    }

    @BeforeEach
    void sendFromOutside() {
        sender = new Sender(port);
    }

    void untilQuiet() {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> intake.status().depth() == 0 && intake.status().toFetch() == 0);
    }

    List<RetailEvent> events() {
        var events = new ArrayList<RetailEvent>();
        for (var after = 0L; after < journal.head(); after = events.size()) {
            journal.read(after, ENTRIES_MAX).forEach(entry -> events.add(entry.event()));
        }
        return events;
    }
}
