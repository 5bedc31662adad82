package io.quartermaster.connectors.shopify;

import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.FetchRequest;
import io.quartermaster.connectors.Fetched;
import io.quartermaster.connectors.Fetched.Part;
import io.quartermaster.connectors.PollRequest;
import io.quartermaster.connectors.Polled;
import io.quartermaster.connectors.Polled.Nothing;
import io.quartermaster.connectors.Polled.Page;
import io.quartermaster.connectors.Polled.TryLater;
import io.quartermaster.connectors.shopify.ShopifyClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks Shopify what changed: orders with their refunds, products, stock levels, and which of our
/// transfers came in.
///
/// One question may cost 1,000 points, and lists within lists cost their product: so few orders
/// are asked for at once, with short lists, and one that does not fit is asked for alone.
@Component
class ShopifyPolling {

    static final List<String> KINDS = List.of("products", "levels", "orders", "transfers");

    /// We read no message that tells of these.
    static final List<String> UNTOLD = List.of("transfers");

    private static final int REFUNDS = 3;
    private static final Map<String, Object> SHORT = Map.of("lines", 20, "refunds", REFUNDS, "refundLines", 8);
    private static final Map<String, Object> LONG = Map.of("lines", 100, "refunds", 10, "refundLines", 18);
    private static final int ORDERS = 5;
    private static final int PRODUCTS = 10;
    private static final int VARIANTS = 30;
    private static final int VARIANTS_LONG = 250;
    private static final int LEVELS = 200;
    private static final int LOCATIONS_MAX = 250;
    private static final int TRANSFERS = 25;
    private static final Duration TRANSFERS_LOOKED_BACK = Duration.ofDays(60);
    private static final String CURSOR_SEPARATOR = "\n";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ShopifyClient shopify;

    ShopifyPolling(ShopifyClient shopify) {
        this.shopify = shopify;
    }

    Polled poll(PollRequest request, Connection connection) {
        return switch (request.what()) {
            case "orders" -> things(request, new Things("orders", "order", ORDERS), connection);
            case "products" -> things(request, new Things("products", "product", PRODUCTS), connection);
            case "levels" -> levels(request, connection);
            case "transfers" -> transfers(request, connection);
            default -> new Nothing("Shopify cannot be asked for %s.".formatted(request.what()));
        };
    }

    /// One order, as it stands now.
    Fetched fetch(FetchRequest request, Connection connection) {
        if (!request.what().equals("order")) {
            return new Fetched.Nothing("Shopify cannot be asked for a %s.".formatted(request.what()));
        }
        return switch (ask(ShopifyDocuments.ONE_ORDER, one("order", request.which()), connection)) {
            case Answer.Data answer -> {
                var order = JSON.readTree(answer.data().json()).path("order");
                yield order.isObject()
                        ? new Fetched.Answer(List.of(part("order", order)))
                        : new Fetched.Nothing("Shopify has no order %s.".formatted(request.which()));
            }
            case Answer.NotNow no -> new Fetched.TryLater(no.delay(), no.why());
            case Answer.Refused no -> new Fetched.Nothing(no.why());
        };
    }

    /// @param list their field in the API
    /// @param one the field of one of them
    /// @param first how many are asked for at once
    private record Things(String list, String one, int first) {

        String document() {
            return one.equals("order") ? ShopifyDocuments.CHANGED_ORDERS : ShopifyDocuments.CHANGED_PRODUCTS;
        }

        String documentOfOne() {
            return one.equals("order") ? ShopifyDocuments.ONE_ORDER : ShopifyDocuments.ONE_PRODUCT;
        }
    }

    private Polled things(PollRequest request, Things things, Connection connection) {
        var variables = new HashMap<String, Object>(bounds(things.one, false));
        variables.put("query", between(request.since(), request.until()));
        variables.put("first", things.first);
        if (!request.cursor().isEmpty()) {
            variables.put("after", request.cursor());
        }
        return switch (ask(things.document(), variables, connection)) {
            case Answer.Data answer -> {
                var found = JSON.readTree(answer.data().json()).path(things.list);
                var parts = new ArrayList<Part>();
                for (var thing : found.path("nodes")) {
                    switch (whole(thing, things, connection)) {
                        case Fetched.Answer(var more) -> parts.addAll(more);
                        case Fetched.TryLater(var delay, var why) -> {
                            yield new TryLater(delay, why);
                        }
                        case Fetched.Nothing _ -> parts.add(part(things.one, thing)); // told as it is: it is refused
                    }
                }
                yield new Page(parts, next(found), answer.pause());
            }
            case Answer.NotNow no -> new TryLater(no.delay(), no.why());
            case Answer.Refused no -> new Nothing(no.why());
        };
    }

    private Fetched whole(JsonNode thing, Things things, Connection connection) {
        if (ShopifyAnswers.isWhole(thing, REFUNDS)) {
            return new Fetched.Answer(List.of(part(things.one, thing)));
        }
        return switch (ask(things.documentOfOne(), one(things.one, numberOf(thing)), connection)) {
            case Answer.Data answer ->
                new Fetched.Answer(List.of(
                        part(things.one, JSON.readTree(answer.data().json()).path(things.one))));
            case Answer.NotNow no -> new Fetched.TryLater(no.delay(), no.why());
            case Answer.Refused no -> new Fetched.Nothing(no.why());
        };
    }

    /// A cursor holds the locations that are still to be asked about, and the place in the first.
    private Polled levels(PollRequest request, Connection connection) {
        if (request.cursor().isEmpty()) {
            return locations(connection);
        }
        var cursor = request.cursor().split(CURSOR_SEPARATOR, 2);
        var left = List.of(cursor[0].split(","));
        var variables = new HashMap<String, Object>();
        variables.put("location", left.getFirst());
        variables.put("query", between(request.since(), request.until()));
        variables.put("first", LEVELS);
        if (!cursor[1].isEmpty()) {
            variables.put("after", cursor[1]);
        }
        return switch (ask(ShopifyDocuments.CHANGED_LEVELS, variables, connection)) {
            case Answer.Data answer -> {
                var location = JSON.readTree(answer.data().json()).path("location");
                var found = location.path("inventoryLevels");
                var next = next(found);
                var rest = left.subList(1, left.size());
                var parts = found.path("nodes").isEmpty() ? List.<Part>of() : List.of(part("levels", location));
                yield new Page(parts, next.isEmpty() ? cursor(rest, "") : cursor(left, next), answer.pause());
            }
            case Answer.NotNow no -> new TryLater(no.delay(), no.why());
            case Answer.Refused no -> new Nothing(no.why());
        };
    }

    private Polled locations(Connection connection) {
        return switch (ask(ShopifyDocuments.LOCATIONS, Map.of("first", LOCATIONS_MAX), connection)) {
            case Answer.Data answer -> {
                var nodes =
                        JSON.readTree(answer.data().json()).path("locations").path("nodes");
                var ids = StreamSupport.stream(nodes.spliterator(), false)
                        .map(node -> node.path("id").asString())
                        .toList();
                yield new Page(List.of(), cursor(ids, ""), answer.pause());
            }
            case Answer.NotNow no -> new TryLater(no.delay(), no.why());
            case Answer.Refused no -> new Nothing(no.why());
        };
    }

    /// Shopify cannot be asked which transfers changed: all of some weeks are looked at, and those
    /// of ours that came in are told. What was told before counts once.
    private Polled transfers(PollRequest request, Connection connection) {
        var variables = new HashMap<String, Object>();
        variables.put("query", "created_at:>='%s'".formatted(request.until().minus(TRANSFERS_LOOKED_BACK)));
        variables.put("first", TRANSFERS);
        if (!request.cursor().isEmpty()) {
            variables.put("after", request.cursor());
        }
        return switch (ask(ShopifyDocuments.TRANSFERS, variables, connection)) {
            case Answer.Data answer -> {
                var found = JSON.readTree(answer.data().json()).path("inventoryTransfers");
                var parts = StreamSupport.stream(found.path("nodes").spliterator(), false)
                        .filter(ShopifyPolling::isOursAndHere)
                        .map(transfer -> part("transfer", transfer))
                        .toList();
                yield new Page(parts, next(found), answer.pause());
            }
            case Answer.NotNow no -> new TryLater(no.delay(), no.why());
            case Answer.Refused no -> new Nothing(no.why());
        };
    }

    private static boolean isOursAndHere(JsonNode transfer) {
        return transfer.path("status").asString("").equals("TRANSFERRED")
                && transfer.path("referenceName").asString("").matches("TR-\\d{1,18}");
    }

    private Answer ask(String document, Map<String, Object> variables, Connection connection) {
        return shopify.ask(document, variables, connection);
    }

    private static Map<String, Object> one(String kind, String number) {
        var variables = new HashMap<String, Object>(bounds(kind, true));
        variables.put("id", "gid://shopify/%s/%s".formatted(kind.equals("order") ? "Order" : "Product", number));
        return variables;
    }

    private static Map<String, Object> bounds(String kind, boolean alone) {
        if (kind.equals("order")) {
            return alone ? LONG : SHORT;
        }
        return Map.of("variants", alone ? VARIANTS_LONG : VARIANTS);
    }

    private static String between(Instant since, Instant until) {
        return "updated_at:>='%s' AND updated_at:<='%s'".formatted(since, until);
    }

    private static String next(JsonNode list) {
        var page = list.path("pageInfo");
        return page.path("hasNextPage").asBoolean(false)
                ? page.path("endCursor").asString("")
                : "";
    }

    private static String cursor(List<String> locations, String after) {
        return locations.isEmpty() ? "" : String.join(",", locations) + CURSOR_SEPARATOR + after;
    }

    private static Part part(String what, JsonNode thing) {
        var body = JSON.writeValueAsString(thing);
        return new Part("fetched." + what, "%s/%s/%s".formatted(what, numberOf(thing), Part.digest(body)), body);
    }

    private static String numberOf(JsonNode thing) {
        var id = thing.path("id").asString("");
        return id.substring(id.lastIndexOf('/') + 1);
    }
}
