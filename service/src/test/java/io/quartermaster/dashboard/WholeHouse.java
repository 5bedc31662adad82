package io.quartermaster.dashboard;

import io.quartermaster.TestDatabase;
import io.quartermaster.access.NewPerson;
import io.quartermaster.access.OneTimeLinks;
import io.quartermaster.access.Role;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole service on a database of its own, with people who click: each has a browser's
/// cookies.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class WholeHouse {

    static final String KEY = "qm_for_tests_only_0123456789";
    static final String PASSWORD = "four words are better";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private OneTimeLinks links;

    /// Each house has one of its own: classes of tests with other settings stand beside this one.
    @Value("${quartermaster.home}")
    private Path home;

    @DynamicPropertySource
    static void onADatabaseOfItsOwn(DynamicPropertyRegistry settings) {
        var home = newHome();
        settings.add("quartermaster.home", home::toString);
        TestDatabase.empty(settings);
        settings.add("quartermaster.bootstrap.api-key", () -> KEY);
    }

    /// Somebody new, who is in.
    Browser somebody(Role role, LocationId... locations) throws IOException, InterruptedException {
        var name = "p" + UUID.randomUUID().toString().substring(0, 8);
        var token = links.invite(role, Set.of(locations), new UserId("test"));
        links.accept(token, NewPerson.of(name, "Person " + name, PASSWORD));
        var browser = new Browser(name);
        browser.signIn(PASSWORD);
        return browser;
    }

    Browser stranger() {
        return new Browser("");
    }

    URI address(String path) {
        return URI.create("http://localhost:%d%s".formatted(port, path));
    }

    String firstLink() throws IOException {
        return URI.create(Files.readString(home.resolve("sign-in-link")).strip())
                .getPath();
    }

    private static Path newHome() {
        try {
            return Files.createTempDirectory("quartermaster-pages-");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// A person's browser: keeps cookies, follows nothing by itself.
    final class Browser {

        final String name;
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        Browser(String name) {
            this.name = name;
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(address(path)));
        }

        /// Fills in a form that stands on `page`.
        HttpResponse<String> post(String page, String action, Map<String, String> fields)
                throws IOException, InterruptedException {
            var found = TOKEN.matcher(get(page).body());
            return postWithToken(action, found.find() ? found.group(1) : "", fields);
        }

        HttpResponse<String> postWithToken(String action, String token, Map<String, String> fields)
                throws IOException, InterruptedException {
            var body = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining(
                            "&", "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&", ""));
            return send(HttpRequest.newBuilder(address(action))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body)));
        }

        HttpResponse<String> signIn(String password) throws IOException, InterruptedException {
            return post("/sign-in", "/sign-in", Map.of("name", name, "password", password));
        }

        HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
