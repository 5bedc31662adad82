package io.quartermaster.api;

import io.quartermaster.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole service on a database of its own, spoken to over HTTP as a program would.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class ApiInATest {

    static final String KEY = "qm_" + "0123456789abcdef".repeat(3);
    static final JsonMapper JSON = JsonMapper.shared();

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void onADatabaseOfItsOwn(DynamicPropertyRegistry settings) throws IOException {
        var access = TestDatabase.freshAccess();
        var home = Files.createTempDirectory("quartermaster-api-test");
        settings.add("quartermaster.home", home::toString);
        settings.add("quartermaster.database.url", access::url);
        settings.add("quartermaster.database.user", access::user);
        settings.add("quartermaster.database.password", access::password);
        settings.add("quartermaster.bootstrap.api-key", () -> KEY);
    }

    /// What came back.
    record Answer(int status, JsonNode json, HttpResponse<String> raw) {

        String text(String pointer) {
            return json.at(pointer).asString();
        }
    }

    final Answer get(String path) {
        return send(request(path).GET());
    }

    final Answer put(String path, String body) {
        return send(request(path).PUT(BodyPublishers.ofString(body)));
    }

    final Answer post(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    final HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + KEY);
    }

    final Answer send(HttpRequest.Builder request) {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            var isJson = answer.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            return new Answer(answer.statusCode(), isJson ? JSON.readTree(answer.body()) : JSON.nullNode(), answer);
        } catch (IOException fault) {
            throw new AssertionError(fault);
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            throw new AssertionError(fault);
        }
    }
}
