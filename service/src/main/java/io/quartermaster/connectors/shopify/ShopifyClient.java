package io.quartermaster.connectors.shopify;

import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.MalformedMessage;
import io.quartermaster.connectors.Outcome.Call;
import io.quartermaster.connectors.WireClient;
import io.quartermaster.connectors.WireClient.Reply;
import io.quartermaster.connectors.WireJson;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Shopify's Admin GraphQL, version 2026-07.
@Component
class ShopifyClient {

    static final Duration PAUSE = Duration.ofSeconds(5);

    private static final String PATH = "/admin/api/2026-07/graphql.json";
    private static final int CALL_LENGTH_MAX = 4_000;
    private static final int MILLIS = 3;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WireClient wire;

    ShopifyClient(WireClient wire) {
        this.wire = wire;
    }

    /// What Shopify answered.
    sealed interface Answer {

        /// @param data the `data` of the answer
        /// @param pause until another question of this size is welcome
        record Data(WireJson data, Call call, Duration pause) implements Answer {}

        record NotNow(Duration delay, String why, Call call) implements Answer {}

        record Refused(String why, Call call) implements Answer {}
    }

    Answer ask(String document, Map<String, Object> variables, Connection connection) {
        var request = JSON.writeValueAsString(Map.of("query", document, "variables", variables));
        if (connection.url().isBlank()) {
            return new Answer.Refused(
                    "The connection %s has no address of Shopify's API.".formatted(connection.id()), call(request, ""));
        }
        var headers = Map.of("X-Shopify-Access-Token", connection.token());
        var address = URI.create(connection.url().replaceAll("/+$", "") + PATH);
        return switch (wire.send("POST", address, headers, request)) {
            case Reply.NotNow(var delay, var why) -> new Answer.NotNow(delay, why, call(request, why));
            case Reply.Answered answered -> read(answered, call(request, answered.body()));
        };
    }

    private static Answer read(Reply.Answered answered, Call call) {
        if (!answered.isGood()) {
            return new Answer.Refused("Shopify refuses (%d).".formatted(answered.status()), call);
        }
        try {
            var body = WireJson.read(answered.body());
            var errors = body.listIfAny("errors"); // a 200 may be a refusal
            return errors.isEmpty() ? new Answer.Data(body.object("data"), call, pause(body)) : error(errors, call);
        } catch (MalformedMessage fault) {
            return new Answer.NotNow(PAUSE, "Shopify's answer makes no sense: " + fault.getMessage(), call);
        }
    }

    /// Questions cost points of a bucket that fills up again: who asks for more than is in it is
    /// refused.
    private static Duration pause(WireJson body) {
        var extensions = body.objectIfAny("extensions");
        var cost = extensions == null ? null : extensions.objectIfAny("cost");
        var throttle = cost == null ? null : cost.objectIfAny("throttleStatus");
        if (cost == null || throttle == null) {
            return Duration.ZERO;
        }
        var missing = cost.decimal("requestedQueryCost").subtract(throttle.decimal("currentlyAvailable"));
        var perSecond = throttle.decimal("restoreRate");
        return missing.signum() <= 0 || perSecond.signum() <= 0
                ? Duration.ZERO
                : Duration.ofMillis(missing.movePointRight(MILLIS)
                        .divide(perSecond, RoundingMode.CEILING)
                        .longValue());
    }

    private static Answer error(List<WireJson> errors, Call call) {
        var first = errors.getFirst();
        var extensions = first.objectIfAny("extensions");
        var code = extensions == null ? null : extensions.textIfAny("code");
        var message = first.words("message");
        return "THROTTLED".equals(code) || message.equals("Throttled")
                ? new Answer.NotNow(PAUSE, "Shopify asks for a pause (throttled).", call)
                : new Answer.Refused("Shopify says: " + message, call);
    }

    private static Call call(String request, String answer) {
        return new Call(bounded(request), bounded(answer));
    }

    private static String bounded(String text) {
        return text.length() > CALL_LENGTH_MAX ? text.substring(0, CALL_LENGTH_MAX) : text;
    }
}
