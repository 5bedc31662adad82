package io.quartermaster.sandbox.hooks;

import io.quartermaster.sandbox.web.Json;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// The dock's own small program: it tells of confirmed orders and of goods that arrived, in the
/// service's generic webhook format.
public final class Dock {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Subscriber subscriber;
    private final Postman postman;
    private final InstantSource clock;

    public Dock(URI url, String secret, Postman postman, InstantSource clock) {
        this.postman = postman;
        this.clock = clock;
        this.subscriber = new Subscriber(
                "dock",
                url,
                TIMEOUT,
                RetryLadder.square(),
                (message, sentAt, _) -> Map.of(
                        "X-Quartermaster-Topic", message.topic(),
                        "X-Quartermaster-Delivery", message.id(),
                        "X-Quartermaster-Timestamp", Long.toString(sentAt.getEpochSecond()),
                        "X-Quartermaster-Signature",
                                Signatures.generic(secret, sentAt.getEpochSecond(), message.body())));
    }

    public void tell(String topic, JsonNode body) {
        var id = UUID.randomUUID().toString();
        postman.send(new Message(subscriber, topic, id, id, clock.instant(), Json.bytes(body)));
    }
}
