package io.quartermaster.sandbox.square;

import io.quartermaster.sandbox.web.Json;
import io.quartermaster.sandbox.web.Request;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers what the seller sells.
final class SquareCatalogDesk {

    private static final int PAGE = 100;
    private static final int PAGE_MAX = 1000;
    private static final int BATCH_MAX = 1000;
    private static final Set<String> TYPES = Set.of("ITEM", "ITEM_VARIATION", "CATEGORY");

    private final SquareSeller seller;

    SquareCatalogDesk(SquareSeller seller) {
        this.seller = seller;
    }

    ObjectNode list(Request request, String what) {
        if (!what.equals("list")) {
            throw SquareRefusal.notFound("API endpoint for catalog/%s is not found.".formatted(what));
        }
        var types = request.query("types").orElse("ITEM,ITEM_VARIATION,CATEGORY");
        var all = objects(Set.of(types.split(",", -1)), Instant.MIN);
        return page(all, request.query("cursor").orElse(""), PAGE);
    }

    ObjectNode search(JsonNode body) {
        var types = body.path("object_types").isMissingNode()
                ? Set.of("ITEM", "CATEGORY")
                : Set.copyOf(texts(body.path("object_types")));
        var since = body.path("begin_time").isMissingNode()
                ? Instant.MIN
                : instant("begin_time", body.path("begin_time").asString());
        var found = page(
                objects(types, since),
                body.path("cursor").asString(""),
                body.path("limit").asInt(PAGE));
        var latest = seller.items().stream().map(SquareItem::updatedAt).max(Instant::compareTo);
        latest.ifPresent(at -> found.put("latest_time", Json.zulu(at)));
        return found;
    }

    ObjectNode object(String id) {
        return all(TYPES, Instant.MIN).stream()
                .filter(object -> object.path("id").asString().equals(id))
                .findFirst()
                .map(object -> Json.object().set("object", object))
                .orElseThrow(() -> SquareRefusal.notFound("Catalog object with ID `%s` not found.".formatted(id)));
    }

    ObjectNode batch(JsonNode body) {
        var ids = texts(body.path("object_ids"));
        if (ids.isEmpty() || ids.size() > BATCH_MAX) {
            throw SquareRefusal.badRequest(
                    "ARRAY_LENGTH_TOO_SHORT", "There must be 1 to %d object_ids.".formatted(BATCH_MAX));
        }
        var wanted = Set.copyOf(ids);
        var found = all(TYPES, Instant.MIN).stream()
                .filter(object -> wanted.contains(object.path("id").asString()))
                .toList();
        var answer = Json.object();
        answer.set("objects", Json.array(found));
        if (body.path("include_related_objects").asBoolean(false)) {
            var parents = found.stream()
                    .map(object ->
                            object.path("item_variation_data").path("item_id").asString(""))
                    .filter(parent -> !parent.isEmpty())
                    .distinct()
                    .toList();
            answer.set(
                    "related_objects",
                    Json.array(all(Set.of("ITEM"), Instant.MIN).stream()
                            .filter(object -> parents.contains(object.path("id").asString()))
                            .toList()));
        }
        return answer;
    }

    private List<ObjectNode> objects(Set<String> types, Instant since) {
        types.stream().filter(type -> !TYPES.contains(type)).findFirst().ifPresent(type -> {
            throw SquareRefusal.badRequest(
                    "INVALID_ENUM_VALUE", "The stand-in has no %s, only %s.".formatted(type, TYPES));
        });
        return all(types, since);
    }

    private List<ObjectNode> all(Set<String> types, Instant since) {
        var found = new ArrayList<ObjectNode>();
        var changed = seller.items().stream()
                .filter(item -> item.updatedAt().isAfter(since))
                .toList();
        if (types.contains("CATEGORY")) {
            var categories = new LinkedHashMap<String, SquareItem>();
            changed.forEach(item -> categories.putIfAbsent(item.categoryId(), item));
            categories.forEach((id, item) ->
                    found.add(seller.bodies().category(id, item.article().category(), item.updatedAt())));
        }
        if (types.contains("ITEM")) {
            var products = new LinkedHashMap<String, List<SquareItem>>();
            seller.items()
                    .forEach(item -> products.computeIfAbsent(item.itemId(), _ -> new ArrayList<>())
                            .add(item));
            products.values().stream()
                    .filter(product -> product.stream().anyMatch(changed::contains))
                    .forEach(product -> found.add(seller.bodies().item(product)));
        }
        if (types.contains("ITEM_VARIATION")) {
            changed.forEach(item -> found.add(seller.bodies().variation(item)));
        }
        return found;
    }

    private static ObjectNode page(List<ObjectNode> all, String cursor, int limit) {
        var page = SquarePage.of(all, cursor, limit, PAGE_MAX);
        var answer = Json.object();
        if (!page.items().isEmpty()) {
            answer.set("objects", Json.array(page.items()));
        }
        if (!page.cursor().isEmpty()) {
            answer.put("cursor", page.cursor());
        }
        return answer;
    }

    static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(node -> texts.add(node.asString()));
        return texts;
    }

    /// @throws SquareRefusal if it is no RFC 3339 time
    static Instant instant(String field, String text) {
        try {
            return java.time.OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException _) {
            throw SquareRefusal.badRequest("INVALID_TIME", "The %s (%s) is no RFC 3339 time.".formatted(field, text));
        }
    }
}
