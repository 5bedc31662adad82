package io.quartermaster.connectors.square;

import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.FetchRequest;
import io.quartermaster.connectors.Fetched;
import io.quartermaster.connectors.Fetched.Answer;
import io.quartermaster.connectors.Fetched.Nothing;
import io.quartermaster.connectors.Fetched.Part;
import io.quartermaster.connectors.Fetched.TryLater;
import io.quartermaster.connectors.MalformedMessage;
import io.quartermaster.connectors.WireClient.Reply;
import io.quartermaster.connectors.WireJson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Fetches what Square's messages only point at: orders, what changed in the catalog, locations.
@Component
class SquareFetching {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int PAGES_MAX = 500;
    private static final int PAGE_LENGTH = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SquareClient square;

    SquareFetching(SquareClient square) {
        this.square = square;
    }

    Fetched fetch(FetchRequest request, Connection connection) {
        try {
            return switch (request.what()) {
                case "order" -> order(request, connection);
                case "catalog" -> catalog(request, connection);
                case "location" -> location(request, connection);
                default -> new Nothing("Square cannot be asked for a %s.".formatted(request.what()));
            };
        } catch (MalformedMessage fault) {
            return new TryLater(PAUSE, "Square's answer makes no sense: " + fault.getMessage());
        }
    }

    /// An order and, beside it, the catalog objects that its lines name: an order has no SKUs.
    private Fetched order(FetchRequest request, Connection connection) {
        return switch (square.get("/v2/orders/" + SquareClient.part(request.which()), connection)) {
            case Reply.NotNow(var delay, var why) -> new TryLater(delay, why);
            case Reply.Answered answered when !answered.isGood() -> refused(answered);
            case Reply.Answered answered -> withCatalog(request, answered.body(), connection);
        };
    }

    private Fetched withCatalog(FetchRequest request, String order, Connection connection) {
        var ids = catalogIds(WireJson.read(order).object("order"));
        if (ids.isEmpty()) {
            return new Answer(List.of(part(request, "1", order)));
        }
        var question = JSON.writeValueAsString(Map.of("object_ids", ids));
        return switch (square.post("/v2/catalog/batch-retrieve", question, connection)) {
            case Reply.NotNow(var delay, var why) -> new TryLater(delay, why);
            // Without the catalog the lines still have Square's own numbers.
            case Reply.Answered answered when !answered.isGood() -> new Answer(List.of(part(request, "1", order)));
            case Reply.Answered answered -> new Answer(List.of(part(request, "1", joined(order, answered.body()))));
        };
    }

    static List<String> catalogIds(WireJson order) {
        var lines = new ArrayList<>(order.listIfAny("line_items"));
        order.listIfAny("returns").forEach(back -> lines.addAll(back.listIfAny("return_line_items")));
        return lines.stream()
                .map(line -> line.textIfAny("catalog_object_id"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static String joined(String order, String catalog) {
        var objects = JSON.readTree(catalog).path("objects");
        var body = JSON.createObjectNode();
        body.set("order", JSON.readTree(order).path("order"));
        body.set("catalog", objects.isArray() ? objects : JSON.createArrayNode());
        return JSON.writeValueAsString(body);
    }

    private Fetched catalog(FetchRequest request, Connection connection) {
        var parts = new ArrayList<Part>();
        String cursor = null;
        for (var page = 1; page <= PAGES_MAX; page++) {
            switch (square.post("/v2/catalog/search", search(request.which(), cursor), connection)) {
                case Reply.NotNow(var delay, var why) -> {
                    return new TryLater(delay, why);
                }
                case Reply.Answered answered
                when !answered.isGood() -> {
                    return refused(answered);
                }
                case Reply.Answered answered -> {
                    var body = WireJson.read(answered.body());
                    if (body.has("objects")) {
                        parts.add(part(request, String.valueOf(page), answered.body()));
                    }
                    cursor = body.textIfAny("cursor");
                }
            }
            if (cursor == null) {
                return new Answer(parts);
            }
        }
        return new Nothing("The catalog has more than %d pages of changes.".formatted(PAGES_MAX));
    }

    static String search(String since, @Nullable String cursor) {
        var question = new LinkedHashMap<String, Object>();
        question.put("object_types", List.of("ITEM"));
        question.put("include_related_objects", true);
        question.put("include_deleted_objects", true);
        question.put("begin_time", since);
        question.put("limit", PAGE_LENGTH);
        if (cursor != null) {
            question.put("cursor", cursor);
        }
        return JSON.writeValueAsString(question);
    }

    private Fetched location(FetchRequest request, Connection connection) {
        return switch (square.get("/v2/locations/" + SquareClient.part(request.which()), connection)) {
            case Reply.NotNow(var delay, var why) -> new TryLater(delay, why);
            case Reply.Answered answered when !answered.isGood() -> refused(answered);
            case Reply.Answered answered -> new Answer(List.of(part(request, "1", answered.body())));
        };
    }

    private static Fetched refused(Reply.Answered answered) {
        return new Nothing("Square refuses (%d).".formatted(answered.status()));
    }

    private static Part part(FetchRequest request, String page, String body) {
        var delivery = "fetched/%s/%s/%s/%s".formatted(request.what(), request.which(), request.version(), page);
        return new Part("fetched." + request.what(), delivery, body);
    }
}
