package io.quartermaster.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.catalog.Variant;
import io.quartermaster.books.stock.Stock;
import io.quartermaster.books.stock.StockFilter;
import io.quartermaster.books.stock.StockPosition;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.VariantId;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// How much is where.
@RestController
@Tag(name = "inventory")
final class InventoryResource {

    /// How many positions one request looks at to find those below a threshold.
    private static final int LOOKED_AT_MAX = 50_000;

    private static final int STRIDE = 5_000;

    private final Stock stock;
    private final Catalog catalog;

    InventoryResource(Stock stock, Catalog catalog) {
        this.stock = stock;
        this.catalog = catalog;
    }

    /// What we believe of one variant at one location.
    ///
    /// @param available on hand, less what is promised
    record PositionView(
            @JsonProperty("variant_id") String variantId,
            String sku,
            String name,
            @JsonProperty("location_id") String locationId,
            @JsonProperty("on_hand") BigDecimal onHand,
            BigDecimal committed,
            BigDecimal available,
            @JsonProperty("in_transit") BigDecimal inTransit,
            @JsonProperty("on_order") BigDecimal onOrder,
            String unit,
            @JsonProperty("as_of") Instant asOf) {

        static PositionView of(StockPosition position, @Nullable Variant variant) {
            return new PositionView(
                    position.variant().value(),
                    variant == null ? "" : variant.sku().value(),
                    variant == null ? "" : variant.name(),
                    position.location().value(),
                    position.onHand().amount(),
                    position.committed().amount(),
                    position.availableToSell().amount(),
                    position.inTransit().amount(),
                    position.onOrder().amount(),
                    position.onHand().unit().name(),
                    position.asOf());
        }
    }

    /// All positions, or those of one location, one SKU, or both.
    @GetMapping("/v1/stock-positions")
    Page<PositionView> positions(
            @RequestParam(name = "location_id", defaultValue = "") String location,
            @RequestParam(defaultValue = "") String sku,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = Page.LIMIT_USUAL) int limit) {
        var variants = sku.isEmpty() ? Set.<VariantId>of() : variantsOf(sku);
        if (!sku.isEmpty() && variants.isEmpty()) {
            return Page.whole(List.of());
        }
        var filter = new StockFilter(places(location), variants, StockFilter.Level.ANY, Page.open(cursor));
        return page(Asked.read("cursor", () -> stock.search(filter, Page.limit(limit) + 1)), limit);
    }

    /// The variants of one location of which less than the threshold is on hand.
    @GetMapping("/v1/inventory_items")
    Page<PositionView> lowStock(
            @RequestParam(name = "location_id") String location,
            @RequestParam(name = "low_stock_threshold", required = false) @Nullable BigDecimal threshold,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = Page.LIMIT_USUAL) int limit) {
        var filter = new StockFilter(places(location), Set.of(), StockFilter.Level.ANY, Page.open(cursor));
        if (threshold == null) {
            return page(Asked.read("cursor", () -> stock.search(filter, Page.limit(limit) + 1)), limit);
        }
        return below(threshold, filter, Page.limit(limit));
    }

    /// Looks through the location's positions until the page is full. A location with very many that
    /// are not low gives a short page and says where to read on.
    private Page<PositionView> below(BigDecimal threshold, StockFilter filter, int limit) {
        var found = new ArrayList<StockPosition>();
        var from = filter;
        for (var looked = 0; looked < LOOKED_AT_MAX; looked += STRIDE) {
            var filterNow = from;
            var stride = Asked.read("cursor", () -> stock.search(filterNow, STRIDE));
            stride.stream()
                    .filter(position -> position.onHand().amount().compareTo(threshold) < 0)
                    .forEach(found::add);
            if (stride.size() < STRIDE || found.size() > limit) {
                return page(found, limit);
            }
            from = filter.after(stride.getLast().cursor());
        }
        return new Page<>(views(found), Page.seal(from.after()));
    }

    private Page<PositionView> page(List<StockPosition> rows, int limit) {
        var names = names(rows);
        return Page.of(rows, limit, row -> PositionView.of(row, names.get(row.variant())), StockPosition::cursor);
    }

    private List<PositionView> views(List<StockPosition> rows) {
        var names = names(rows);
        return rows.stream()
                .map(row -> PositionView.of(row, names.get(row.variant())))
                .toList();
    }

    private Map<VariantId, Variant> names(List<StockPosition> rows) {
        return catalog.variants(rows.stream().map(StockPosition::variant).collect(Collectors.toSet()));
    }

    private Set<VariantId> variantsOf(String sku) {
        return Asked.read("sku", () -> catalog.bySku(new Sku(sku))).map(Set::of).orElse(Set.of());
    }

    private static Set<LocationId> places(String location) {
        return location.isEmpty() ? Set.of() : Set.of(Asked.read("location_id", () -> new LocationId(location)));
    }
}
