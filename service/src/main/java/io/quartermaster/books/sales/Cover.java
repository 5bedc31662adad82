package io.quartermaster.books.sales;

import io.quartermaster.books.stock.StockPosition;
import io.quartermaster.retail.Quantity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One position, and for how long it will last as things sell.
///
/// @param soldLast30Days units sold in the last thirty business days, today among them
/// @param knownDays how many of those thirty days are known
/// @param daysOfCover inventory position by daily demand; null where nothing sells
public record Cover(
        StockPosition position,
        Quantity soldLast30Days,
        int knownDays,
        @Nullable BigDecimal daysOfCover) {}
