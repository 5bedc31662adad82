package io.quartermaster.sandbox.square;

import io.quartermaster.sandbox.hooks.Message;
import io.quartermaster.sandbox.hooks.Postman;
import io.quartermaster.sandbox.hooks.RetryLadder;
import io.quartermaster.sandbox.hooks.Signatures;
import io.quartermaster.sandbox.hooks.Subscriber;
import io.quartermaster.sandbox.web.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Sends what happened, in Square's envelope and with its signature.
final class SquareHooks {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final SquareAccount account;
    private final SquareBodies bodies;
    private final Postman postman;
    private final Subscriber subscriber;

    SquareHooks(SquareAccount account, SquareBodies bodies, Postman postman) {
        this.account = account;
        this.bodies = bodies;
        this.postman = postman;
        this.subscriber = new Subscriber("square", account.hook(), TIMEOUT, RetryLadder.square(), this::headers);
    }

    private Map<String, String> headers(Message message, Instant sentAt, int attempt) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(
                "x-square-hmacsha256-signature",
                Signatures.square(account.signatureKey(), account.notificationUrl(), message.body()));
        headers.put("square-environment", "Sandbox");
        headers.put("square-version", SquareAccount.API_VERSION);
        headers.put("square-initial-delivery-timestamp", message.triggeredAt().toString());
        if (attempt > 0) {
            headers.put("square-retry-number", Integer.toString(attempt));
            headers.put("square-retry-reason", "http_error");
        }
        return headers;
    }

    /// An order's webhook names the order and no more: whoever wants its lines must fetch it.
    void order(SquareOrder order, String type, String state, int version) {
        var key = type.replace('.', '_');
        var object = Json.object()
                .put("created_at", Json.zulu(order.at()))
                .put("location_id", order.place().platformId())
                .put("order_id", order.id())
                .put("state", state)
                .put("version", version);
        if (type.equals("order.updated")) {
            object.put("updated_at", Json.zulu(order.at()));
        }
        tell(type, key, order.id(), order.at(), Json.object().set(key, object));
    }

    void counts(List<ObjectNode> counts, Instant at) {
        var object = Json.object().set("inventory_counts", Json.array(counts));
        tell("inventory.count.updated", "inventory_counts", UUID.randomUUID().toString(), at, object);
    }

    /// The catalog's webhook carries a time and nothing else: what changed since must be searched
    /// for.
    void catalog(Instant at) {
        var object = Json.object().set("catalog_version", Json.object().put("updated_at", Json.zulu(at)));
        tell("catalog.version.updated", "catalog_version", "", at, object);
    }

    void location(String id, Instant at) {
        tell("location.created", "location", id, at, Json.object());
    }

    void payment(SquareOrder order) {
        var object = Json.object().set("payment", bodies.payment(order));
        tell("payment.updated", "payment", order.paymentId(), order.at(), object);
    }

    void refund(SquareOrder returned, String type, String status) {
        var object = Json.object().set("refund", bodies.refund(returned, status));
        tell(type, "refund", returned.refundId(), returned.at(), object);
    }

    private void tell(String type, String dataType, String id, Instant at, JsonNode object) {
        var event = UUID.randomUUID().toString();
        var data = Json.object().put("type", dataType);
        if (!id.isEmpty()) {
            data.put("id", id);
        }
        if (!object.isEmpty()) {
            data.set("object", object);
        }
        var body = Json.object()
                .put("merchant_id", account.merchant())
                .put("type", type)
                .put("event_id", event)
                .put("created_at", Json.zulu(at));
        body.set("data", data);
        postman.send(new Message(subscriber, type, event, event, at, Json.bytes(body)));
    }
}
