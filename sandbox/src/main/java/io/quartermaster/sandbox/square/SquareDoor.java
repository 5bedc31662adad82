package io.quartermaster.sandbox.square;

import io.quartermaster.sandbox.web.Json;
import io.quartermaster.sandbox.web.Request;
import io.quartermaster.sandbox.web.Response;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Square's API under `/v2`: looks at who asks, and shows them to the right counter.
public final class SquareDoor {

    private final SquareAccount account;
    private final SquareCatalogDesk catalog;
    private final SquareOrderDesk orders;
    private final SquareInventoryDesk inventory;
    private final SquareSeller seller;

    public SquareDoor(SquareAccount account, SquareSeller seller, InstantSource clock) {
        this.account = account;
        this.seller = seller;
        this.catalog = new SquareCatalogDesk(seller);
        this.orders = new SquareOrderDesk(seller);
        this.inventory = new SquareInventoryDesk(seller, clock);
    }

    public Response answer(Request request) {
        try {
            if (!request.header("Authorization").orElse("").equals("Bearer " + account.token())) {
                throw SquareRefusal.unauthorized();
            }
            return Response.json(200, answered(request))
                    .with("Square-Version", request.header("Square-Version").orElse(SquareAccount.API_VERSION));
        } catch (SquareRefusal refusal) {
            var errors = SquareBodies.errors(refusal.category(), refusal.code(), String.valueOf(refusal.getMessage()));
            return Response.json(refusal.status(), Json.object().set("errors", errors));
        }
    }

    private ObjectNode answered(Request request) {
        var path = List.of(request.path().split("/", -1)); // "", "v2", …
        return switch (request.method()) {
            case "GET" -> read(request, path);
            case "POST" -> wanted(body(request), String.join("/", path.subList(2, path.size())));
            default -> throw SquareRefusal.notFound("There is no %s here.".formatted(request.method()));
        };
    }

    private ObjectNode read(Request request, List<String> path) {
        var last = path.getLast();
        return switch (String.join("/", path.subList(2, path.size() - 1))) {
            case "" -> list(request, last);
            case "locations" -> location(last);
            case "catalog" -> catalog.list(request, last);
            case "catalog/object" -> catalog.object(last);
            case "orders" -> orders.order(last);
            case "payments" -> orders.payment(last);
            case "refunds" -> orders.refund(last);
            case "customers" -> orders.customer(last);
            case "inventory" ->
                inventory.counts(last, request.query("location_ids").orElse(""));
            default -> throw unknown(request.path());
        };
    }

    private ObjectNode list(Request request, String what) {
        return switch (what) {
            case "locations" -> {
                var all = seller.places().stream()
                        .map(place -> seller.bodies().location(place, seller.openedAt()))
                        .toList();
                yield Json.object().set("locations", Json.array(all));
            }
            case "refunds" -> orders.refunds(request);
            default -> throw unknown(request.path());
        };
    }

    private ObjectNode location(String id) {
        var place = seller.places().stream()
                .filter(candidate -> candidate.platformId().equals(id))
                .findFirst()
                .orElseThrow(() -> SquareRefusal.notFound("There is no location %s.".formatted(id)));
        return Json.object().set("location", seller.bodies().location(place, seller.openedAt()));
    }

    private ObjectNode wanted(JsonNode body, String what) {
        return switch (what) {
            case "catalog/search" -> catalog.search(body);
            case "catalog/batch-retrieve" -> catalog.batch(body);
            case "orders/batch-retrieve" -> orders.batch(body);
            case "orders/search" -> orders.search(body);
            case "inventory/counts/batch-retrieve" -> inventory.batchCounts(body);
            case "inventory/changes/batch-create" -> inventory.change(body);
            default -> throw unknown(what);
        };
    }

    private static JsonNode body(Request request) {
        try {
            return Json.read(request.body());
        } catch (JacksonException fault) {
            throw SquareRefusal.badRequest("BAD_REQUEST", "The body is not JSON: " + fault.getOriginalMessage());
        }
    }

    private static SquareRefusal unknown(String what) {
        return SquareRefusal.notFound("API endpoint for %s is not found.".formatted(what));
    }
}
