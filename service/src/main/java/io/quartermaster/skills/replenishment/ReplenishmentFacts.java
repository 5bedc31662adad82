package io.quartermaster.skills.replenishment;

import io.quartermaster.planning.OrderUpTo;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.SupplierId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that the decision may look at: what one location may need from one supplier.
///
/// It is frozen with each proposal as version 1. A field may be added with a new version; none
/// may change its meaning.
///
/// @param asOf when the facts were found
/// @param today the business day of the location then
/// @param order the number of the open draft, which this joins, or a new one
/// @param lines variants at or below their reorder point, the most urgent first, and some close
/// to it with which an order may be filled up
record ReplenishmentFacts(
        Instant asOf,
        LocalDate today,
        Place location,
        Trader supplier,
        PurchaseOrderId order,
        Bounds bounds,
        List<LineFacts> lines) {

    static final int VERSION = 1;

    ReplenishmentFacts {
        lines = List.copyOf(lines);
    }

    /// The business day on which an order made now would be on the shelf.
    LocalDate arrival() {
        return today.plusDays(supplier.leadTime().days());
    }

    record Place(LocationId id, String name) {}

    /// @param cover the shortest and the longest time that an order should last
    /// @param topUpCoverDaysMax how long a line may last when it fills up an order
    /// @param linesMax how many lines an order may have
    /// @param transferDays how long a transfer takes
    record Bounds(OrderUpTo.Cover cover, int topUpCoverDaysMax, int linesMax, int transferDays) {}

    /// Whom it would be bought from.
    ///
    /// @param minimumOrderValue the least worth of an order that they take; null if they take any
    record Trader(
            SupplierId id,
            String name,
            Currency currency,
            LeadTime leadTime,
            int reviewPeriodDays,
            @Nullable Money minimumOrderValue,
            boolean approved,
            boolean isNew) {}

    /// How long an order takes: as promised, and as measured.
    ///
    /// @param measuredOrders how many orders were measured; with fewer than three the promise counts
    record LeadTime(
            int promisedDays,
            BigDecimal promisedDeviationDays,
            int measuredOrders,
            BigDecimal measuredDays,
            BigDecimal measuredDeviationDays) {

        private static final int ORDERS_ENOUGH = 3;

        boolean isMeasured() {
            return measuredOrders >= ORDERS_ENOUGH;
        }

        /// Whole days to plan with, rounded up.
        int days() {
            return isMeasured() ? measuredDays.setScale(0, RoundingMode.CEILING).intValueExact() : promisedDays;
        }

        BigDecimal deviationDays() {
            return isMeasured() ? measuredDeviationDays : promisedDeviationDays;
        }
    }
}
