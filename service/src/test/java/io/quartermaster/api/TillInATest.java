package io.quartermaster.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The service with a till beside it that tells what it has and what it sells.
abstract class TillInATest extends ApiInATest {

    private static final String SECRET = "a-secret-of-thirty-two-characters";

    @DynamicPropertySource
    static void withATill(DynamicPropertyRegistry settings) {
        settings.add("quartermaster.bootstrap.connections.dock.platform", () -> "generic");
        settings.add("quartermaster.bootstrap.connections.dock.secret", () -> SECRET);
        settings.add("quartermaster.bootstrap.connections.dock.settings.currency", () -> "GBP");
    }

    final void tell(String topic, String delivery, String body) {
        var timestamp = String.valueOf(Instant.now().getEpochSecond());
        var answer = send(request("/hooks/dock")
                .header("X-Quartermaster-Topic", topic)
                .header("X-Quartermaster-Delivery", delivery)
                .header("X-Quartermaster-Timestamp", timestamp)
                .header("X-Quartermaster-Signature", "sha256=" + signed(timestamp + "." + body))
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.status()).as(answer.raw().body()).isBetween(200, 299);
    }

    private static String signed(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException fault) {
            throw new AssertionError(fault);
        }
    }

    static Instant ago(int hours) {
        return Instant.now().minus(Duration.ofHours(hours));
    }
}
