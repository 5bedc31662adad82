package io.quartermaster.sandbox.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.sandbox.Shared;
import io.quartermaster.sandbox.web.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SignaturesTests {

    @Test
    void signsAsThePlatformsOwnTestsSay() {
        var checked = 0;
        for (var vector : Json.read(Shared.bytes("platforms/vectors/webhook-signature-vectors.json"))) {
            var platform = vector.path("platform").asString();
            if (platform.equals("square") || platform.equals("shopify")) {
                assertThat(signed(vector).equals(vector.path("signature").asString()))
                        .as(vector.path("scheme").asString())
                        .isEqualTo(vector.path("valid").asBoolean());
                checked++;
            }
        }
        assertThat(checked).isGreaterThanOrEqualTo(6);
    }

    private static String signed(JsonNode vector) {
        var body = vector.path("body").asString().getBytes(StandardCharsets.UTF_8);
        var secret = vector.path("secret").asString();
        return vector.path("platform").asString().equals("shopify")
                ? Signatures.shopify(secret, body)
                : Signatures.square(secret, vector.path("url").asString(), body);
    }

    /// By OpenSSL: `printf '1700000000.{}' | openssl dgst -sha256 -hmac secret`.
    @Test
    void signsTheGenericSchemeOverTimeAndBody() {
        assertThat(Signatures.generic("secret", 1_700_000_000L, "{}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("sha256=b8569b78799ff9e3cbff0fc2d63a33a2b57f3282abd07c37ae5e8e7d79a5f163");
    }
}
