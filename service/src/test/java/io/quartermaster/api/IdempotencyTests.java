package io.quartermaster.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/// A program that is not sure whether it was heard says it again.
class IdempotencyTests extends ApiInATest {

    private static final String DOCK = "{\"name\": \"Dock\", \"zone\": \"UTC\"}";

    @Test
    void givesTheSameAnswerAndDoesNothingTwice() {
        var first = putOnce("same-1", "/v1/locations/dock", DOCK);
        var before = get("/v1/journal?kind=LocationListed").json().get("items").size();
        var again = putOnce("same-1", "/v1/locations/dock", DOCK);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.raw().body()).isEqualTo(first.raw().body());
        assertThat(again.raw().headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(get("/v1/journal?kind=LocationListed").json().get("items").size())
                .isEqualTo(before);
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() {
        putOnce("same-2", "/v1/locations/dock", DOCK);

        var refused = putOnce("same-2", "/v1/locations/dock", DOCK.replace("Dock", "Yard"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/type")).endsWith("key-reused");
    }

    @Test
    void tellsARefusalAgainToo() {
        var first = putOnce("same-3", "/v1/locations/dock", "{\"name\": \"Dock\"}");
        var again = putOnce("same-3", "/v1/locations/dock", "{\"name\": \"Dock\"}");

        assertThat(first.status()).isEqualTo(400);
        assertThat(again.raw().body()).isEqualTo(first.raw().body());
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        var refused = put("/v1/locations/dock", "{\"name\": \"" + "x".repeat(2_200_000) + "\"}");

        assertThat(refused.status()).isEqualTo(413);
    }

    @Test
    void saysWhereNothingIs() {
        var refused = get("/v1/nowhere");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.text("/type")).endsWith("not-found");
    }

    private Answer putOnce(String key, String path, String body) {
        return send(request(path).header("Idempotency-Key", key).PUT(BodyPublishers.ofString(body)));
    }
}
