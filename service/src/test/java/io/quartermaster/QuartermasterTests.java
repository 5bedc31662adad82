package io.quartermaster;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole service, on an empty database: it makes its tables, starts, and says that it is
/// well.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class QuartermasterTests {

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @DynamicPropertySource
    static void onAnEmptyDatabase(DynamicPropertyRegistry settings) {
        settings.add("quartermaster.home", home::toString);
        TestDatabase.empty(settings);
    }

    @Test
    void startsOnAnEmptyDatabaseAndSaysThatItIsWell() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var health = URI.create("http://localhost:%d/actuator/health/readiness".formatted(port));
            var answer = client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isIn(200, 401);
        }
    }

    @Test
    void keepsAHistoryOfMigrationsForEachModule() {
        var histories = database.sql(
                        "SELECT table_name FROM information_schema.tables WHERE table_name LIKE 'flyway_schema_history%'")
                .query(String.class)
                .list();

        assertThat(histories).isNotEmpty();
    }
}
