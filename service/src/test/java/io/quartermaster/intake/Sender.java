package io.quartermaster.intake;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Sends signed messages to the door, as the platforms do. It signs with code of its own, so
/// that a mistake in ours is not mirrored here.
final class Sender {

    static final String SECRET = "a secret of the shop";

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    Sender(int port) {
        this.port = port;
    }

    HttpResponse<String> shopify(String topic, String event, String body) {
        return shopify(topic, event, body.getBytes(StandardCharsets.UTF_8), SECRET);
    }

    HttpResponse<String> shopify(String topic, String event, byte[] body, String secret) {
        return post("shop", shopifyHeaders(topic, event, base64(hmac(secret, body))), body);
    }

    static Map<String, String> shopifyHeaders(String topic, String event, String signature) {
        return Map.of(
                "X-Shopify-Topic", topic,
                "X-Shopify-Event-Id", event,
                "X-Shopify-Webhook-Id", event + "-w",
                "X-Shopify-Hmac-Sha256", signature);
    }

    HttpResponse<String> square(String body, String notificationUrl) {
        var signed = (notificationUrl + body).getBytes(StandardCharsets.UTF_8);
        var headers = Map.of("x-square-hmacsha256-signature", base64(hmac(SECRET, signed)));
        return post("square", headers, body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> generic(String topic, String delivery, long epochSeconds, String body) {
        return generic(topic, delivery, epochSeconds, body.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> generic(String topic, String delivery, long epochSeconds, byte[] body) {
        var time = (epochSeconds + ".").getBytes(StandardCharsets.US_ASCII);
        var headers = new HashMap<String, String>();
        headers.put("X-Quartermaster-Topic", topic);
        headers.put("X-Quartermaster-Delivery", delivery);
        headers.put("X-Quartermaster-Timestamp", String.valueOf(epochSeconds));
        headers.put("X-Quartermaster-Signature", "sha256=" + HexFormat.of().formatHex(hmac(SECRET, time, body)));
        return post("dock", headers, body);
    }

    HttpResponse<String> post(String connection, Map<String, String> headers, byte[] body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/hooks/%s".formatted(port, connection)))
                .POST(BodyPublishers.ofByteArray(body))
                .header("Content-Type", "application/json");
        headers.forEach(request::header);
        return send(request.build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (java.io.IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(fault);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] hmac(String secret, byte[]... parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
