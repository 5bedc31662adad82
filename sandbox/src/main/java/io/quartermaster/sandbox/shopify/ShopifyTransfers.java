package io.quartermaster.sandbox.shopify;

import graphql.schema.DataFetchingEnvironment;
import io.quartermaster.sandbox.shopify.Relay.Mark;
import io.quartermaster.sandbox.shopify.ShopifyFields.Item;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// Goods on their way between two of the shop's places. They leave at once and arrive a day
/// later.
final class ShopifyTransfers {

    private static final int QUANTITY_MAX = 1_000_000_000;
    private static final int TRANSFERS_MAX = 10_000;
    private static final int LINES_MAX = 250;
    private static final Duration TRANSFER_TAKES = Duration.ofDays(1);

    private final ShopifyShop shop;
    private final ShopifyFields fields;
    private final InstantSource clock;
    private final List<ShopifyTransfer> all = new CopyOnWriteArrayList<>();
    private final AtomicLong made = new AtomicLong();

    ShopifyTransfers(ShopifyShop shop, ShopifyFields fields, InstantSource clock) {
        this.shop = shop;
        this.fields = fields;
        this.clock = clock;
    }

    Map<String, Object> create(Map<String, Object> input) {
        var errors = new ArrayList<Map<String, Object>>();
        var origin = Gid.number("Location", String.valueOf(input.get("originLocationId")));
        var destination = Gid.number("Location", String.valueOf(input.get("destinationLocationId")));
        var lines = ShopifyMutations.maps(input.get("lineItems"));
        if (input.get("originLocationId") == null || input.get("destinationLocationId") == null) {
            errors.add(ShopifyMutations.error("LOCATION_REQUIRED", "A location is required.", "input"));
        } else if (origin == destination) {
            errors.add(ShopifyMutations.error(
                    "TRANSFER_ORIGIN_CANNOT_BE_THE_SAME_AS_DESTINATION",
                    "Origin and destination are the same.",
                    "input"));
        } else if (lines.isEmpty() || lines.size() > LINES_MAX) {
            errors.add(ShopifyMutations.error(
                    "ITEMS_EMPTY", "The transfer must have 1 to 250 items.", "input", "lineItems"));
        }
        var moves = new ArrayList<Move>();
        for (var line : errors.isEmpty() ? lines : List.<Map<String, Object>>of()) {
            move(origin, destination, line, errors, moves);
        }
        return errors.isEmpty() ? transferred(input, moves) : Map.of("userErrors", errors);
    }

    private void move(
            long origin,
            long destination,
            Map<String, Object> line,
            List<Map<String, Object>> errors,
            List<Move> moves) {
        var item = Gid.number("InventoryItem", String.valueOf(line.get("inventoryItemId")));
        var from = fields.level(origin, item);
        var to = fields.level(destination, item);
        var quantity = line.get("quantity") instanceof Integer wanted ? wanted : 0;
        if (from == null || to == null) {
            var known = shop.catalog().byItem(item).isPresent();
            errors.add(ShopifyMutations.error(
                    known ? "LOCATION_NOT_FOUND" : "ITEM_NOT_FOUND", "Not found.", "input", "lineItems"));
        } else if (quantity < 1 || quantity > QUANTITY_MAX) {
            errors.add(
                    ShopifyMutations.error("INVALID_QUANTITY", "The quantity must be positive.", "input", "lineItems"));
        } else {
            moves.add(new Move(from, to, quantity));
        }
    }

    private Map<String, Object> transferred(Map<String, Object> input, List<Move> moves) {
        var now = clock.instant();
        var number = made.incrementAndGet();
        var lines = new ArrayList<Line>();
        for (var move : moves) {
            shop.transfer(move.from(), move.to(), move.quantity(), now, now.plus(TRANSFER_TAKES));
            lines.add(new Line(number * LINES_MAX + lines.size(), move));
        }
        var total = moves.stream().mapToInt(Move::quantity).sum();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("id", Gid.of("InventoryTransfer", number));
        facts.put("name", "#T%04d".formatted(number));
        facts.put("dateCreated", now.toString());
        facts.put("origin", snapshot(moves.getFirst().from(), now));
        facts.put("destination", snapshot(moves.getFirst().to(), now));
        facts.put("note", input.get("note"));
        facts.put("referenceName", input.get("referenceName"));
        facts.put("totalQuantity", total);
        facts.put("tags", input.getOrDefault("tags", List.of()));
        facts.put("lineItems", lines);
        var transfer = new ShopifyTransfer(number, facts, total, now, now.plus(TRANSFER_TAKES));
        all.add(transfer);
        if (all.size() > TRANSFERS_MAX) {
            all.removeFirst();
        }
        return Map.of("inventoryTransfer", transfer.made(), "userErrors", List.of());
    }

    /// Those that a question asks for.
    Object found(DataFetchingEnvironment field) {
        var terms = SearchTerms.in(field.getArgument("query"));
        var now = clock.instant();
        var found = all.stream()
                .filter(transfer -> terms.timeFits("created_at", transfer.leaves()))
                .map(transfer -> transfer.at(now))
                .toList();
        return Relay.page(
                found, shown -> new Mark(0, Gid.number("InventoryTransfer", String.valueOf(shown.get("id")))), field);
    }

    /// The one shipment of a transfer.
    Object shipments(DataFetchingEnvironment field) {
        Map<String, Object> shown = Objects.requireNonNull(field.getSource());
        var number = Gid.number("InventoryTransfer", String.valueOf(shown.get("id")));
        var shipments = all.stream()
                .filter(transfer -> transfer.number() == number)
                .map(transfer -> transfer.shipment(clock.instant()))
                .toList();
        return Relay.page(shipments, _ -> new Mark(0, number), field);
    }

    static Map<String, Object> line(Line line) {
        var move = line.move();
        return Map.of(
                "id", Gid.of("InventoryTransferLineItem", line.id()),
                "title", move.from().item().article().fullName(),
                "inventoryItem", new Item(move.from().item()),
                "totalQuantity", move.quantity());
    }

    private static Map<String, Object> snapshot(ShopifyLevel level, Instant now) {
        return Map.of(
                "location", level.place(),
                "name", level.place().name(),
                "snapshottedAt", now.toString());
    }

    record Move(ShopifyLevel from, ShopifyLevel to, int quantity) {}

    record Line(long id, Move move) {}
}
