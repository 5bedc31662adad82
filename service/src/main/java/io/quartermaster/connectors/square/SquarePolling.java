package io.quartermaster.connectors.square;

import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.Fetched.Part;
import io.quartermaster.connectors.MalformedMessage;
import io.quartermaster.connectors.PollRequest;
import io.quartermaster.connectors.Polled;
import io.quartermaster.connectors.Polled.Nothing;
import io.quartermaster.connectors.Polled.Page;
import io.quartermaster.connectors.Polled.TryLater;
import io.quartermaster.connectors.WireClient.Reply;
import io.quartermaster.connectors.WireJson;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks Square what changed: the catalog, counts, and orders, among which returns stand as orders
/// of their own.
@Component
class SquarePolling {

    static final List<String> KINDS = List.of("catalog", "counts", "orders");

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int ORDERS = 50;
    private static final int COUNTS = 500;
    private static final int LOCATIONS_AT_ONCE = 10;
    private static final int OBJECTS_AT_ONCE = 1_000;
    private static final String CURSOR_SEPARATOR = "\n";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SquareClient square;

    SquarePolling(SquareClient square) {
        this.square = square;
    }

    Polled poll(PollRequest request, Connection connection) {
        try {
            return switch (request.what()) {
                case "orders" -> orders(request, connection);
                case "catalog" -> catalog(request, connection);
                case "counts" -> counts(request, connection);
                default -> new Nothing("Square cannot be asked for %s.".formatted(request.what()));
            };
        } catch (MalformedMessage fault) {
            return new TryLater(PAUSE, "Square's answer makes no sense: " + fault.getMessage());
        }
    }

    private Polled catalog(PollRequest request, Connection connection) {
        var cursor = request.cursor().isEmpty() ? null : request.cursor();
        var question = SquareFetching.search(request.since().toString(), cursor);
        return answered(square.post("/v2/catalog/search", question, connection), body -> {
            var parts = body.has("objects") ? List.of(part("catalog", body.json())) : List.<Part>of();
            return page(parts, cursorIn(body));
        });
    }

    private Polled counts(PollRequest request, Connection connection) {
        var question = new LinkedHashMap<String, Object>();
        question.put("updated_after", request.since().toString());
        question.put("states", List.of("IN_STOCK"));
        question.put("limit", COUNTS);
        if (!request.cursor().isEmpty()) {
            question.put("cursor", request.cursor());
        }
        var path = "/v2/inventory/counts/batch-retrieve";
        return answered(square.post(path, JSON.writeValueAsString(question), connection), body -> {
            var parts = body.listIfAny("counts").isEmpty() ? List.<Part>of() : List.of(part("counts", body.json()));
            return page(parts, cursorIn(body));
        });
    }

    /// Orders are searched for at ten locations at most: a cursor says which ten, and where in them.
    private Polled orders(PollRequest request, Connection connection) {
        return answered(square.get("/v2/locations", connection), body -> {
            var all = body.listIfAny("locations").stream()
                    .map(location -> location.text("id"))
                    .sorted()
                    .toList();
            var cursor = request.cursor().isEmpty()
                    ? new String[] {"0", ""}
                    : request.cursor().split(CURSOR_SEPARATOR, 2);
            var from = Integer.parseInt(cursor[0]);
            if (from >= all.size()) {
                return page(List.of(), "");
            }
            var to = Math.min(all.size(), from + LOCATIONS_AT_ONCE);
            var question = search(request, all.subList(from, to), cursor[1]);
            return answered(square.post("/v2/orders/search", question, connection), found -> {
                var next = cursorIn(found);
                var place =
                        !next.isEmpty() ? from + CURSOR_SEPARATOR + next : to < all.size() ? to + CURSOR_SEPARATOR : "";
                return withCatalog(found, place, connection);
            });
        });
    }

    private static String search(PollRequest request, List<String> locations, String cursor) {
        var range = Map.of(
                "start_at",
                request.since().toString(),
                "end_at",
                request.until().toString());
        var question = new LinkedHashMap<String, Object>();
        question.put("location_ids", locations);
        question.put(
                "query",
                Map.of(
                        "filter",
                        Map.of("date_time_filter", Map.of("updated_at", range)),
                        "sort",
                        Map.of("sort_field", "UPDATED_AT", "sort_order", "ASC")));
        question.put("limit", ORDERS);
        question.put("return_entries", false);
        if (!cursor.isEmpty()) {
            question.put("cursor", cursor);
        }
        return JSON.writeValueAsString(question);
    }

    /// Each order as a message of its own, with the catalog objects that its lines name.
    private Polled withCatalog(WireJson found, String next, Connection connection) {
        var orders = found.listIfAny("orders");
        var wanted = orders.stream()
                .flatMap(order -> SquareFetching.catalogIds(order).stream())
                .distinct()
                .toList();
        var objects = new TreeMap<String, JsonNode>();
        for (var from = 0; from < wanted.size(); from += OBJECTS_AT_ONCE) {
            var some = wanted.subList(from, Math.min(wanted.size(), from + OBJECTS_AT_ONCE));
            var question = JSON.writeValueAsString(Map.of("object_ids", some));
            switch (square.post("/v2/catalog/batch-retrieve", question, connection)) {
                case Reply.NotNow(var delay, var why) -> {
                    return new TryLater(delay, why);
                }
                case Reply.Answered answered
                when answered.isGood() ->
                    JSON.readTree(answered.body())
                            .path("objects")
                            .forEach(object -> objects.put(object.path("id").asString(""), object));
                case Reply.Answered _ -> {} // without the catalog the lines still have Square's own numbers
            }
        }
        return page(orders.stream().map(order -> orderPart(order, objects)).toList(), next);
    }

    private static Part orderPart(WireJson order, Map<String, JsonNode> objects) {
        var body = JSON.createObjectNode();
        body.set("order", JSON.readTree(order.json()));
        var catalog = body.putArray("catalog");
        SquareFetching.catalogIds(order).stream()
                .filter(objects::containsKey)
                .forEach(id -> catalog.add(objects.get(id)));
        return part("order", JSON.writeValueAsString(body));
    }

    private static Polled answered(Reply reply, Function<WireJson, Polled> then) {
        return switch (reply) {
            case Reply.NotNow(var delay, var why) -> new TryLater(delay, why);
            case Reply.Answered answered
            when !answered.isGood() -> new Nothing("Square refuses (%d).".formatted(answered.status()));
            case Reply.Answered answered -> then.apply(WireJson.read(answered.body()));
        };
    }

    private static Polled page(List<Part> parts, String next) {
        return new Page(parts, next, Duration.ZERO);
    }

    private static String cursorIn(WireJson body) {
        var cursor = body.textIfAny("cursor");
        return cursor == null ? "" : cursor;
    }

    private static Part part(String what, String body) {
        return new Part("fetched." + what, what + "/" + Part.digest(body), body);
    }
}
