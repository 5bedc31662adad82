package io.quartermaster.sandbox.square;

import io.quartermaster.sandbox.web.Json;
import io.quartermaster.sandbox.web.Request;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers what was sold, paid, returned, and by whom.
final class SquareOrderDesk {

    private static final int LOCATIONS_MAX = 10;
    private static final int SEARCH_LIMIT = 500;
    private static final int SEARCH_LIMIT_MAX = 1000;
    private static final int BATCH_MAX = 100;
    private static final int REFUNDS_LIMIT = 100;

    private final SquareSeller seller;

    SquareOrderDesk(SquareSeller seller) {
        this.seller = seller;
    }

    ObjectNode order(String id) {
        return Json.object().set("order", seller.bodies().order(existing(id)));
    }

    ObjectNode batch(JsonNode body) {
        var ids = SquareCatalogDesk.texts(body.path("order_ids"));
        if (ids.isEmpty() || ids.size() > BATCH_MAX) {
            throw SquareRefusal.badRequest(
                    "BAD_REQUEST", "There must be 1 to %d order_ids, not %d.".formatted(BATCH_MAX, ids.size()));
        }
        var found = ids.stream()
                .flatMap(id -> seller.order(id).stream())
                .map(seller.bodies()::order)
                .toList();
        return Json.object().set("orders", Json.array(found));
    }

    ObjectNode search(JsonNode body) {
        var locations = SquareCatalogDesk.texts(body.path("location_ids"));
        if (locations.isEmpty()) {
            throw SquareRefusal.badRequest("MISSING_REQUIRED_PARAMETER", "Must provide at least 1 location_id");
        }
        if (locations.size() > LOCATIONS_MAX) {
            throw SquareRefusal.badRequest(
                    "ARRAY_LENGTH_TOO_LONG", "There may be %d location_ids at most.".formatted(LOCATIONS_MAX));
        }
        var filter = body.path("query").path("filter");
        requireSortedBy(filter.path("date_time_filter"), body.path("query").path("sort"));
        var states = SquareCatalogDesk.texts(filter.path("state_filter").path("states"));
        var found = seller.orders().stream()
                .filter(order -> locations.contains(order.place().platformId()))
                .filter(_ -> states.isEmpty() || states.contains("COMPLETED"))
                .filter(order -> within(filter.path("date_time_filter"), order.at()))
                .sorted(Comparator.comparing(SquareOrder::at))
                .toList();
        var newestFirst = body.path("query")
                .path("sort")
                .path("sort_order")
                .asString("DESC")
                .equals("DESC");
        var page = SquarePage.of(
                newestFirst ? found.reversed() : found,
                body.path("cursor").asString(""),
                body.path("limit").asInt(SEARCH_LIMIT),
                SEARCH_LIMIT_MAX);
        var answer = Json.object();
        answer.set(
                "orders",
                Json.array(page.items().stream().map(seller.bodies()::order).toList()));
        return withCursor(answer, page.cursor());
    }

    private static void requireSortedBy(JsonNode times, JsonNode sort) {
        var field = sort.path("sort_field").asString("CREATED_AT").toLowerCase(Locale.ROOT);
        if (!times.isEmpty() && !times.has(field)) {
            throw SquareRefusal.badRequest(
                    "BAD_REQUEST", "The sort_field (%s) must be the field of the date_time_filter.".formatted(field));
        }
    }

    /// An order's three times are the same here: the till makes, pays and closes it at once.
    private static boolean within(JsonNode filter, Instant at) {
        for (var field : List.of("created_at", "updated_at", "closed_at")) {
            var from = filter.path(field).path("start_at").asString("");
            var to = filter.path(field).path("end_at").asString("");
            if (!from.isEmpty() && at.isBefore(SquareCatalogDesk.instant("start_at", from))) {
                return false;
            }
            if (!to.isEmpty() && at.isAfter(SquareCatalogDesk.instant("end_at", to))) {
                return false;
            }
        }
        return true;
    }

    ObjectNode payment(String id) {
        return sales().stream()
                .filter(order -> order.paymentId().equals(id))
                .findFirst()
                .map(order -> Json.object().set("payment", seller.bodies().payment(order)))
                .orElseThrow(() -> SquareRefusal.notFound("Could not find payment with id: " + id));
    }

    ObjectNode refund(String id) {
        return returns().stream()
                .filter(order -> order.refundId().equals(id))
                .findFirst()
                .map(order -> Json.object().set("refund", seller.bodies().refund(order, "COMPLETED")))
                .orElseThrow(() -> SquareRefusal.notFound("Could not find refund with id: " + id));
    }

    ObjectNode refunds(Request request) {
        var since = request.query("begin_time").orElse("");
        var from = since.isEmpty() ? Instant.MIN : SquareCatalogDesk.instant("begin_time", since);
        var all = returns().stream().filter(order -> !order.at().isBefore(from)).toList();
        var limit = request.query("limit").map(SquareOrderDesk::whole).orElse(REFUNDS_LIMIT);
        var page = SquarePage.of(all, request.query("cursor").orElse(""), limit, REFUNDS_LIMIT);
        var answer = Json.object();
        answer.set(
                "refunds",
                Json.array(page.items().stream()
                        .map(order -> seller.bodies().refund(order, "COMPLETED"))
                        .toList()));
        return withCursor(answer, page.cursor());
    }

    ObjectNode customer(String id) {
        return seller.customer(id)
                .map(buyer -> Json.object().set("customer", seller.bodies().customer(buyer, seller.openedAt())))
                .orElseThrow(() -> SquareRefusal.notFound("Customer with ID `%s` not found.".formatted(id)));
    }

    private List<SquareOrder> sales() {
        return seller.orders().stream()
                .filter(order -> order.returnOf() == null)
                .toList();
    }

    private List<SquareOrder> returns() {
        return seller.orders().stream()
                .filter(order -> order.returnOf() != null)
                .toList();
    }

    private SquareOrder existing(String id) {
        return seller.order(id).orElseThrow(() -> SquareRefusal.notFound("Order not found for id %s".formatted(id)));
    }

    private static int whole(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw SquareRefusal.badRequest("EXPECTED_INTEGER", "The limit (%s) is no number.".formatted(text));
        }
    }

    static ObjectNode withCursor(ObjectNode answer, String cursor) {
        return cursor.isEmpty() ? answer : answer.put("cursor", cursor);
    }
}
