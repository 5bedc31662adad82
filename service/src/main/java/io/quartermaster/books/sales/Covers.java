package io.quartermaster.books.sales;

import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.stock.Stock;
import io.quartermaster.books.stock.StockFilter;
import io.quartermaster.books.stock.StockPosition;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// For how long things will last as they sell.
@Component
class Covers {

    private static final int WINDOW_DAYS = 30;
    private static final int POSITIONS_MAX = 10_000;

    private final DemandStore store;
    private final Stock stock;
    private final Catalog catalog;

    Covers(DemandStore store, Stock stock, Catalog catalog) {
        this.store = store;
        this.stock = stock;
        this.catalog = catalog;
    }

    List<Cover> at(LocationId location, LocalDate today, int limit) {
        var place = catalog.locationOrNameless(location);
        var from = today.minusDays(WINDOW_DAYS - 1L);
        var sold = store.soldBetween(location, place.startOf(from), place.startOf(today.plusDays(1)));
        var first = store.firstSaleAt(location).map(place::businessDay).orElse(today);
        int known = Math.clamp(ChronoUnit.DAYS.between(first, today) + 1, 1, WINDOW_DAYS);
        var filter = new StockFilter(Set.of(location), Set.of(), StockFilter.Level.ANY, "");
        return stock.search(filter, POSITIONS_MAX).stream()
                .map(position -> cover(position, sold.getOrDefault(position.variant(), Quantity.NONE), known))
                .sorted(Comparator.comparing(
                                Cover::daysOfCover, Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder()))
                        .thenComparing(it -> it.position().variant().value()))
                .limit(limit)
                .toList();
    }

    private static Cover cover(StockPosition position, Quantity sold, int knownDays) {
        return new Cover(position, sold, knownDays, daysOfCover(position, sold, knownDays));
    }

    private static @Nullable BigDecimal daysOfCover(StockPosition position, Quantity sold, int knownDays) {
        var have = position.inventoryPosition();
        if (sold.isZero() || sold.unit() != have.unit()) {
            return null;
        }
        return have.amount()
                .max(BigDecimal.ZERO)
                .multiply(BigDecimal.valueOf(knownDays))
                .divide(sold.amount(), 1, RoundingMode.HALF_EVEN);
    }
}
