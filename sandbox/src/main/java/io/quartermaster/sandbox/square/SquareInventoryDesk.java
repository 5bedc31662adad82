package io.quartermaster.sandbox.square;

import io.quartermaster.sandbox.web.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers how much is in stock, and takes changes to it.
final class SquareInventoryDesk {

    private static final int COUNTS_LIMIT = 1000;
    private static final int CHANGES_MAX = 100;
    private static final int KEYS_MAX = 50_000;
    private static final int KEY_LENGTH_MAX = 128;
    private static final Set<String> STATES = Set.of(
            "IN_STOCK",
            "SOLD",
            "RETURNED_BY_CUSTOMER",
            "RESERVED_FOR_SALE",
            "SOLD_ONLINE",
            "ORDERED_FROM_VENDOR",
            "RECEIVED_FROM_VENDOR",
            "WASTE",
            "UNLINKED_RETURN",
            "NONE");

    private final SquareSeller seller;
    private final InstantSource clock;
    private final LinkedHashMap<String, Once> done = new LinkedHashMap<>();

    SquareInventoryDesk(SquareSeller seller, InstantSource clock) {
        this.seller = seller;
        this.clock = clock;
    }

    ObjectNode counts(String variation, String locations) {
        var body = Json.object();
        body.set("catalog_object_ids", Json.array().add(variation));
        if (!locations.isEmpty()) {
            var ids = Json.array();
            List.of(locations.split(",", -1)).forEach(ids::add);
            body.set("location_ids", ids);
        }
        return batchCounts(body);
    }

    ObjectNode batchCounts(JsonNode body) {
        var variations = SquareCatalogDesk.texts(body.path("catalog_object_ids"));
        var locations = SquareCatalogDesk.texts(body.path("location_ids"));
        var states = SquareCatalogDesk.texts(body.path("states"));
        var after = body.path("updated_after").asString("");
        var since = after.isEmpty() ? Instant.MIN : SquareCatalogDesk.instant("updated_after", after);
        var found = seller.levels().stream()
                .filter(level ->
                        variations.isEmpty() || variations.contains(level.item().variationId()))
                .filter(level ->
                        locations.isEmpty() || locations.contains(level.place().platformId()))
                .filter(level -> level.calculatedAt().isAfter(since))
                .flatMap(level -> counted(level).stream())
                .filter(count ->
                        states.isEmpty() || states.contains(count.path("state").asString()))
                .toList();
        var page = SquarePage.of(
                found, body.path("cursor").asString(""), body.path("limit").asInt(COUNTS_LIMIT), COUNTS_LIMIT);
        var answer = Json.object();
        answer.set("counts", Json.array(page.items()));
        return SquareOrderDesk.withCursor(answer, page.cursor());
    }

    private List<ObjectNode> counted(SquareLevel level) {
        var counts = new ArrayList<ObjectNode>();
        counts.add(seller.bodies().count(level, "IN_STOCK", level.inStock()));
        if (level.waste() != 0) {
            counts.add(seller.bodies().count(level, "WASTE", level.waste()));
        }
        return counts;
    }

    /// Does the changes of one request together or not at all. The same key with the same body is
    /// answered as the first time and done once.
    synchronized ObjectNode change(JsonNode body) {
        var key = body.path("idempotency_key").asString("");
        if (key.isEmpty() || key.length() > KEY_LENGTH_MAX) {
            throw SquareRefusal.badRequest(
                    "MISSING_REQUIRED_PARAMETER", "Field must be set: idempotency_key (1 to 128 characters)");
        }
        var before = done.get(key);
        if (before != null) {
            if (!before.body().equals(body)) {
                throw SquareRefusal.badRequest(
                        "IDEMPOTENCY_KEY_REUSED",
                        "The idempotency key can only be retried with the same request data.");
            }
            return before.answer();
        }
        var answer = seller.alone(() -> changed(body.path("changes")));
        done.put(key, new Once(body, answer));
        if (done.size() > KEYS_MAX) {
            done.remove(done.firstEntry().getKey());
        }
        return answer;
    }

    private ObjectNode changed(JsonNode changes) {
        if (changes.isEmpty() || changes.size() > CHANGES_MAX) {
            throw SquareRefusal.badRequest(
                    "ARRAY_LENGTH_TOO_LONG", "There must be 1 to %d changes.".formatted(CHANGES_MAX));
        }
        var planned = new ArrayList<Planned>();
        changes.forEach(change -> planned.add(planned(change)));
        var counts = new LinkedHashMap<SquareLevel, ObjectNode>();
        for (var plan : planned) {
            var delta = plan.absolute() ? plan.quantity() - plan.level().inStock() : plan.quantity();
            plan.level().changeWaste(plan.waste(), clock.instant());
            seller.changedByApi(plan.level(), delta, clock.instant());
            counts.put(
                    plan.level(),
                    seller.bodies().count(plan.level(), "IN_STOCK", plan.level().inStock()));
        }
        var answer = Json.object();
        answer.set("counts", Json.array(counts.values()));
        answer.set("changes", changes);
        return answer;
    }

    private Planned planned(JsonNode change) {
        return switch (change.path("type").asString("")) {
            case "PHYSICAL_COUNT" -> {
                var count = change.path("physical_count");
                requireState("state", count, Set.of("IN_STOCK"));
                yield new Planned(level(count), quantity(count), true, 0);
            }
            case "ADJUSTMENT" -> adjusted(change.path("adjustment"));
            default ->
                throw SquareRefusal.badRequest(
                        "INVALID_ENUM_VALUE",
                        "The type (%s) is neither PHYSICAL_COUNT nor ADJUSTMENT."
                                .formatted(change.path("type").asString("")));
        };
    }

    private Planned adjusted(JsonNode adjustment) {
        requireState("from_state", adjustment, STATES);
        requireState("to_state", adjustment, STATES);
        var from = adjustment.path("from_state").asString();
        var to = adjustment.path("to_state").asString();
        if (from.equals("IN_STOCK") == to.equals("IN_STOCK")) {
            throw SquareRefusal.badRequest(
                    "INVALID_VALUE", "The stand-in moves into or out of IN_STOCK, not %s to %s.".formatted(from, to));
        }
        var quantity = quantity(adjustment);
        var waste = to.equals("WASTE") ? quantity : from.equals("WASTE") ? -quantity : 0;
        return new Planned(level(adjustment), to.equals("IN_STOCK") ? quantity : -quantity, false, waste);
    }

    private SquareLevel level(JsonNode change) {
        var occurredAt = change.path("occurred_at").asString("");
        if (occurredAt.isEmpty()) {
            throw SquareRefusal.badRequest("MISSING_REQUIRED_PARAMETER", "Field must be set: occurred_at");
        }
        SquareCatalogDesk.instant("occurred_at", occurredAt);
        var variation = change.path("catalog_object_id").asString("");
        var location = change.path("location_id").asString("");
        return seller.levels().stream()
                .filter(level -> level.item().variationId().equals(variation)
                        && level.place().platformId().equals(location))
                .findFirst()
                .orElseThrow(
                        () -> SquareRefusal.notFound("No variation %s at location %s.".formatted(variation, location)));
    }

    private static int quantity(JsonNode change) {
        var text = change.path("quantity");
        try {
            var quantity = new BigDecimal(text.isString() ? text.asString() : "").intValueExact();
            if (quantity >= 0) {
                return quantity;
            }
        } catch (ArithmeticException | NumberFormatException _) {
            // said below, with the value
        }
        throw SquareRefusal.badRequest(
                "INVALID_VALUE", "The quantity (%s) must be a whole number as text, zero or more.".formatted(text));
    }

    private static void requireState(String field, JsonNode change, Set<String> allowed) {
        var state = change.path(field).asString("");
        if (!allowed.contains(state)) {
            throw SquareRefusal.badRequest(
                    "INVALID_ENUM_VALUE", "The %s (%s) is none of %s.".formatted(field, state, allowed));
        }
    }

    private record Once(JsonNode body, ObjectNode answer) {}

    /// @param absolute whether `quantity` is a level, not a change
    private record Planned(SquareLevel level, int quantity, boolean absolute, int waste) {}
}
