package io.quartermaster.sandbox.shopify;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.ParseAndValidate;
import graphql.schema.GraphQLSchema;
import io.quartermaster.sandbox.web.Json;
import io.quartermaster.sandbox.web.Request;
import io.quartermaster.sandbox.web.Response;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The Admin API at `/admin/api/2026-07/graphql.json`: looks at who asks and what it costs, and
/// lets the graph answer.
public final class ShopifyDoor {

    public static final String PATH = "/admin/api/" + ShopifyAccount.API_VERSION + "/graphql.json";

    private final ShopifyAccount account;
    private final GraphQL graph;
    private final GraphQLSchema schema;
    private final CostThrottle throttle;

    public ShopifyDoor(ShopifyAccount account, ShopifyShop shop, CostThrottle throttle, InstantSource clock) {
        this.account = account;
        this.graph = ShopifyGraph.of(account, shop, clock);
        this.schema = graph.getGraphQLSchema();
        this.throttle = throttle;
    }

    public Response answer(Request request) {
        if (!request.header("X-Shopify-Access-Token").orElse("").equals(account.token())) {
            return Response.json(
                    401,
                    Json.object()
                            .put(
                                    "errors",
                                    "[API] Invalid API key or access token (unrecognized login or wrong password)"));
        }
        if (!request.method().equals("POST") || !request.path().equals(PATH)) {
            return Response.json(404, Json.object().put("errors", "Not Found"));
        }
        var body = Json.read(request.body());
        return Response.json(200, executed(body)).with("X-Shopify-API-Version", ShopifyAccount.API_VERSION);
    }

    private ObjectNode executed(JsonNode body) {
        var input = input(body);
        var checked = ParseAndValidate.parseAndValidate(schema, input);
        if (checked.isFailure()) {
            return Json.object()
                    .set(
                            "errors",
                            Json.tree(checked.getErrors().stream()
                                    .map(error -> error.toSpecification())
                                    .toList()));
        }
        var requested = QueryCost.requested(
                schema, checked.getDocument(), input.getRawVariables().toMap());
        if (requested > throttle.maximum()) {
            return refused(
                    "Query cost is %d, which exceeds the single query max cost limit (%d)."
                            .formatted(requested, (long) throttle.maximum()),
                    "MAX_COST_EXCEEDED",
                    requested);
        }
        if (!throttle.take(requested)) {
            return refused("Throttled", "THROTTLED", requested);
        }
        ObjectNode answer = (ObjectNode) Json.tree(graph.execute(input).toSpecification());
        var actual = Math.min(requested, actual(answer.path("data")));
        throttle.giveBack(requested - actual);
        answer.set("extensions", cost(requested, actual));
        return answer;
    }

    @SuppressWarnings("unchecked") // a JSON object is a map
    private static ExecutionInput input(JsonNode body) {
        var variables = body.path("variables");
        return ExecutionInput.newExecutionInput()
                .query(body.path("query").asString(""))
                .operationName(body.path("operationName").asString(null))
                .variables(variables.isObject() ? (Map<String, Object>) Json.plain(variables) : Map.of())
                .build();
    }

    private ObjectNode refused(String message, String code, int requested) {
        var extensions =
                Json.object().put("code", code).put("documentation", "https://shopify.dev/api/usage/rate-limits");
        var error = Json.object().put("message", message).set("extensions", extensions);
        var answer = Json.object();
        answer.set("errors", Json.array().add(error));
        answer.set("extensions", cost(requested, null));
        return answer;
    }

    private ObjectNode cost(int requested, @org.jspecify.annotations.Nullable Integer actual) {
        var cost = Json.object().put("requestedQueryCost", requested).put("actualQueryCost", actual);
        cost.set("throttleStatus", throttle.status());
        return Json.object().set("cost", cost);
    }

    /// One point for each object that was really found.
    private static int actual(JsonNode data) {
        var own = data.isObject() && !data.has("pageInfo") && !data.has("amount") ? 1 : 0;
        var children = 0;
        for (var child : data) {
            children += actual(Objects.requireNonNull(child));
        }
        return own + children;
    }
}
