package io.quartermaster.sandbox.shopify;

import graphql.GraphqlErrorException;
import graphql.schema.DataFetchingEnvironment;
import io.quartermaster.sandbox.shopify.ShopifyFields.Item;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The changes that the API takes. Each is done whole or not at all, and once per key.
final class ShopifyMutations {

    private static final int QUANTITY_MAX = 1_000_000_000;
    private static final int LINES_MAX = 250;
    private static final Set<String> REASONS = Set.of(
            "correction",
            "cycle_count_available",
            "damaged",
            "movement_canceled",
            "movement_created",
            "movement_received",
            "movement_updated",
            "other",
            "promotion",
            "quality_control",
            "received",
            "reservation_created",
            "reservation_deleted",
            "reservation_updated",
            "restock",
            "safety_stock",
            "shrinkage");

    private final ShopifyShop shop;
    private final ShopifyFields fields;
    private final InstantSource clock;
    private final ShopifyTransfers transfers;
    private final OnceByKey once = new OnceByKey();
    private final AtomicLong made = new AtomicLong();

    ShopifyMutations(ShopifyShop shop, ShopifyFields fields, ShopifyTransfers transfers, InstantSource clock) {
        this.shop = shop;
        this.fields = fields;
        this.clock = clock;
        this.transfers = transfers;
    }

    Object answer(DataFetchingEnvironment field) {
        var name = field.getField().getName();
        return switch (name) {
            case "inventoryAdjustQuantities" -> once.answer(field, () -> shop.alone(() -> adjust(input(field))));
            case "inventorySetQuantities" -> once.answer(field, () -> shop.alone(() -> set(input(field))));
            case "inventoryTransferCreateAsReadyToShip" ->
                once.answer(field, () -> shop.alone(() -> transfers.create(input(field))));
            case "webhookSubscriptionCreate" -> subscribe(field);
            default -> throw ShopifyFields.unknown("Mutation", name);
        };
    }

    private Map<String, Object> adjust(Map<String, Object> input) {
        var errors = new ArrayList<Map<String, Object>>();
        checkHead(input, "available", "INVALID_QUANTITY_NAME", errors);
        var plans = plans("changes", input, errors);
        return done(input, plans, errors);
    }

    private Map<String, Object> set(Map<String, Object> input) {
        var errors = new ArrayList<Map<String, Object>>();
        checkHead(input, "on_hand".equals(input.get("name")) ? "on_hand" : "available", "INVALID_NAME", errors);
        var plans = plans("quantities", input, errors);
        return done(input, plans, errors);
    }

    private static void checkHead(
            Map<String, Object> input, String name, String nameError, List<Map<String, Object>> errors) {
        if (!name.equals(input.get("name"))) {
            errors.add(error(nameError, "The quantity name is invalid.", "input", "name"));
        }
        if (!REASONS.contains(String.valueOf(input.get("reason")))) {
            errors.add(error("INVALID_REASON", "The specified reason is invalid.", "input", "reason"));
        }
        var document = input.get("referenceDocumentUri");
        if (document != null && !document.toString().matches("[a-z][a-z0-9+.-]*://\\S+")) {
            errors.add(error(
                    "INVALID_REFERENCE_DOCUMENT",
                    "The specified reference document is invalid.",
                    "input",
                    "referenceDocumentUri"));
        }
    }

    private List<Plan> plans(String list, Map<String, Object> input, List<Map<String, Object>> errors) {
        var plans = new ArrayList<Plan>();
        var lines = maps(input.get(list));
        var seen = new HashSet<ShopifyLevel>();
        for (var index = 0; index < Math.min(lines.size(), LINES_MAX); index++) {
            var line = lines.get(index);
            requireExplicit(line);
            var where = List.of("input", list, Integer.toString(index));
            var plan = plan(String.valueOf(input.get("name")), line, where, errors);
            if (plan != null && !seen.add(plan.level())) {
                errors.add(error(
                        "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR",
                        "The combination of inventoryItemId and locationId must be unique.",
                        where));
            } else if (plan != null) {
                plans.add(plan);
            }
        }
        return plans;
    }

    /// The schema lets it be left out; the service behind it does not.
    private static void requireExplicit(Map<String, Object> line) {
        if (!line.containsKey("changeFromQuantity")) {
            throw GraphqlErrorException.newErrorException()
                    .message("The changeFromQuantity argument is required: pass a value, or null to skip the check.")
                    .extensions(Map.of("code", "BAD_USER_INPUT"))
                    .build();
        }
    }

    private @Nullable Plan plan(
            String name, Map<String, Object> line, List<String> where, List<Map<String, Object>> errors) {
        var item = Gid.number("InventoryItem", String.valueOf(line.get("inventoryItemId")));
        var location = Gid.number("Location", String.valueOf(line.get("locationId")));
        var level = fields.level(location, item);
        if (level == null) {
            errors.add(
                    shop.catalog().byItem(item).isEmpty()
                            ? error("INVALID_INVENTORY_ITEM", "The specified inventory item could not be found.", where)
                            : error("INVALID_LOCATION", "The specified location could not be found.", where));
            return null;
        }
        var now = level.quantity(name);
        var from = line.get("changeFromQuantity");
        if (from instanceof Integer expected && expected != now) {
            errors.add(error(
                    "CHANGE_FROM_QUANTITY_STALE",
                    "The changeFromQuantity value does not match persisted quantity.",
                    where));
        }
        var delta = line.get("delta") instanceof Integer change
                ? (long) change
                : (line.get("quantity") instanceof Integer wanted ? (long) wanted : now) - now;
        if (Math.abs(now + delta) > QUANTITY_MAX) {
            errors.add(error("INVALID_QUANTITY_TOO_HIGH", "The quantity is beyond 1,000,000,000.", where));
            return null;
        }
        return new Plan(level, name, (int) delta);
    }

    private Map<String, Object> done(Map<String, Object> input, List<Plan> plans, List<Map<String, Object>> errors) {
        if (!errors.isEmpty()) {
            return Map.of("userErrors", errors);
        }
        var now = clock.instant();
        var changes = new ArrayList<Map<String, Object>>();
        for (var plan : plans) {
            shop.changedByApi(plan.level(), plan.delta(), now);
            changes.add(Map.of(
                    "name", plan.name(),
                    "delta", plan.delta(),
                    "quantityAfterChange", plan.level().quantity(plan.name()),
                    "item", new Item(plan.level().item()),
                    "location", plan.level().place()));
        }
        var group = new LinkedHashMap<String, Object>();
        group.put("id", Gid.of("InventoryAdjustmentGroup", 30_000_000_001L + made.getAndIncrement()));
        group.put("reason", input.get("reason"));
        group.put("referenceDocumentUri", input.get("referenceDocumentUri"));
        group.put("createdAt", now.toString());
        group.put("changes", changes);
        return Map.of("inventoryAdjustmentGroup", group, "userErrors", List.of());
    }

    private Map<String, Object> subscribe(DataFetchingEnvironment field) {
        var wanted = Objects.requireNonNull(field.<Map<String, Object>>getArgument("webhookSubscription"));
        var uri = String.valueOf(wanted.getOrDefault("uri", wanted.get("callbackUrl")));
        try {
            var topic = Objects.requireNonNull(field.<String>getArgument("topic"));
            var made = shop.hooks().subscribe(topic, address(uri), clock.instant());
            return Map.of("webhookSubscription", ShopifyQueries.shown(made), "userErrors", List.of());
        } catch (IllegalArgumentException refused) {
            var error = Map.of(
                    "field", List.of("webhookSubscription", "uri"), "message", String.valueOf(refused.getMessage()));
            return Map.of("userErrors", List.of(error));
        }
    }

    private static URI address(String text) {
        var uri = URI.create(text);
        if (uri.getHost() == null || !Set.of("http", "https").contains(uri.getScheme())) {
            throw new IllegalArgumentException("Address is invalid");
        }
        return uri;
    }

    private static Map<String, Object> input(DataFetchingEnvironment field) {
        return Objects.requireNonNull(field.<Map<String, Object>>getArgument("input"));
    }

    @SuppressWarnings("unchecked") // the schema says what it is
    static List<Map<String, Object>> maps(@Nullable Object list) {
        return list == null ? List.of() : (List<Map<String, Object>>) list;
    }

    static Map<String, Object> error(String code, String message, String... field) {
        return error(code, message, List.of(field));
    }

    static Map<String, Object> error(String code, String message, List<String> field) {
        return Map.of("code", code, "message", message, "field", field);
    }

    private record Plan(ShopifyLevel level, String name, int delta) {}
}
