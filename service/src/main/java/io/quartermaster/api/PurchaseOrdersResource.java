package io.quartermaster.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quartermaster.books.purchasing.OrderFilter;
import io.quartermaster.books.purchasing.PurchaseOrder;
import io.quartermaster.books.purchasing.Purchasing;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.SupplierId;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Our orders to suppliers.
@RestController
@Tag(name = "purchase-orders")
final class PurchaseOrdersResource {

    private final Purchasing purchasing;

    PurchaseOrdersResource(Purchasing purchasing) {
        this.purchasing = purchasing;
    }

    /// One order, as far as it has come.
    record OrderView(
            String id,
            String state,
            @JsonProperty("supplier_id") String supplierId,
            @JsonProperty("location_id") String locationId,
            List<OrderLineView> lines,
            Amount total,
            @JsonProperty("expected_on") LocalDate expectedOn,
            @JsonProperty("approved_at") Instant approvedAt,
            @JsonProperty("sent_at") @Nullable Instant sentAt,
            @JsonProperty("closed_at") @Nullable Instant closedAt,
            @JsonProperty("proposal_id") String proposalId,
            String correlation) {

        static OrderView of(PurchaseOrder order) {
            return new OrderView(
                    order.id().value(),
                    order.state().name(),
                    order.supplier().value(),
                    order.destination().value(),
                    order.lines().stream().map(OrderLineView::of).toList(),
                    Amount.of(order.total()),
                    order.expectedOn(),
                    order.approvedAt(),
                    order.sentAt(),
                    order.closedAt(),
                    order.proposal().value(),
                    order.correlation().value());
        }
    }

    record OrderLineView(
            @JsonProperty("variant_id") String variantId,
            String sku,
            String name,
            BigDecimal ordered,
            BigDecimal received,
            @JsonProperty("unit_cost") Amount unitCost) {

        static OrderLineView of(PurchaseOrder.Line line) {
            return new OrderLineView(
                    line.variant().value(),
                    line.sku().value(),
                    line.name(),
                    line.ordered().amount(),
                    line.received().amount(),
                    Amount.of(line.unitCost()));
        }
    }

    /// Newest first, at most a thousand.
    @GetMapping("/v1/purchase-orders")
    Page<OrderView> orders(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(name = "location_id", defaultValue = "") String location,
            @RequestParam(name = "supplier_id", defaultValue = "") String supplier,
            @RequestParam(defaultValue = Page.LIMIT_USUAL) int limit) {
        var filter = Asked.read(
                "filter",
                () -> new OrderFilter(
                        state.isEmpty()
                                ? Set.of()
                                : Set.of(PurchaseOrder.State.valueOf(state.toUpperCase(Locale.ROOT))),
                        location.isEmpty() ? Set.of() : Set.of(new LocationId(location)),
                        supplier.isEmpty() ? null : new SupplierId(supplier),
                        null,
                        OrderFilter.Sort.NEWEST_FIRST));
        return Page.whole(purchasing.orders(filter, Page.limit(limit)).stream()
                .map(OrderView::of)
                .toList());
    }

    @GetMapping("/v1/purchase-orders/{id}")
    OrderView order(@PathVariable String id) {
        return purchasing
                .order(Asked.read("id", () -> new PurchaseOrderId(id)))
                .map(OrderView::of)
                .orElseThrow(() -> new NotFound("purchase order", id));
    }
}
