package io.quartermaster.sandbox.replay;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a program may ask of Quartermaster, as far as the replay needs it.
final class ServiceApi {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int PAGES_MAX = 10_000;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI service;
    private final String key;

    ServiceApi(URI service, String key) {
        this.service = service;
        this.key = key;
    }

    JsonNode status() throws IOException, InterruptedException {
        return get("/v1/status");
    }

    /// All items of a list, page by page.
    List<JsonNode> all(String path, String connection) throws IOException, InterruptedException {
        var items = new ArrayList<JsonNode>();
        var cursor = "";
        for (var page = 0; page < PAGES_MAX; page++) {
            var answer = get(path + "?limit=1000&connection=" + encoded(connection)
                    + (cursor.isEmpty() ? "" : "&cursor=" + encoded(cursor)));
            answer.get("items").forEach(items::add);
            var following = answer.get("next_cursor");
            if (following == null || following.isNull()) {
                return items;
            }
            cursor = following.asString();
        }
        throw new IOException("%s has more than %d pages.".formatted(path, PAGES_MAX));
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + key)
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
