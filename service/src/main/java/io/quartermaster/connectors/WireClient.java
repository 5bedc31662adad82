package io.quartermaster.connectors;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Speaks HTTP to outside systems: with time limits, with a bounded answer, without following
/// redirects, and not at all for a while when the far side is down.
@Component
public class WireClient {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);
    private static final Duration RETRY_DEFAULT = Duration.ofSeconds(30);
    private static final Duration RETRY_LONGEST = Duration.ofHours(1);
    private static final int ANSWER_BYTES_MAX = 8 * 1024 * 1024;
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,6})?"); // Shopify writes 2.0
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_FAULT = 500;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

    /// What came of a request.
    public sealed interface Reply {

        /// It answered, if perhaps with a refusal.
        record Answered(int status, String body) implements Reply {

            public boolean isGood() {
                return status >= 200 && status < 300;
            }
        }

        /// It did not answer, or asked to be left alone for a while.
        record NotNow(Duration delay, String why) implements Reply {}
    }

    /// Sends a request with a JSON body, or without a body when `json` is empty.
    ///
    /// @param headers by name; the token belongs here, never in the address
    public Reply send(String method, URI address, Map<String, String> headers, String json) {
        var breaker = breakers.computeIfAbsent(address.getAuthority(), _ -> new CircuitBreaker());
        if (!breaker.lets()) {
            return new Reply.NotNow(CircuitBreaker.REST, "%s failed too often; it rests.".formatted(address.getHost()));
        }
        var request = HttpRequest.newBuilder(address).timeout(ANSWER_WITHIN);
        headers.forEach(request::header);
        request.header("Accept", "application/json");
        if (json.isEmpty()) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            request.method(method, HttpRequest.BodyPublishers.ofString(json));
        }
        return send(request.build(), breaker);
    }

    private Reply send(HttpRequest request, CircuitBreaker breaker) {
        var host = request.uri().getHost();
        try {
            var response = http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
            var status = response.statusCode();
            if (status == TOO_MANY_REQUESTS) {
                breaker.worked(); // it lives, and is only busy
                return new Reply.NotNow(retryAfter(response), "%s asks for a pause (429).".formatted(host));
            }
            if (status >= SERVER_FAULT) {
                breaker.failed();
                return new Reply.NotNow(retryAfter(response), "%s has a fault (%d).".formatted(host, status));
            }
            breaker.worked();
            return new Reply.Answered(status, new String(response.body(), StandardCharsets.UTF_8));
        } catch (IOException fault) {
            breaker.failed();
            return new Reply.NotNow(
                    RETRY_DEFAULT,
                    "%s did not answer (%s).".formatted(host, fault.getClass().getSimpleName()));
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            return new Reply.NotNow(RETRY_DEFAULT, "We are shutting down.");
        }
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        var asked =
                response.headers().firstValue("Retry-After").map(String::strip).orElse("");
        if (!SECONDS.matcher(asked).matches()) {
            return RETRY_DEFAULT; // none, or the form with a date, which nobody we talk to uses
        }
        var wanted = Duration.ofMillis(new BigDecimal(asked).movePointRight(3).longValue());
        return wanted.compareTo(RETRY_LONGEST) > 0 ? RETRY_LONGEST : wanted;
    }
}
