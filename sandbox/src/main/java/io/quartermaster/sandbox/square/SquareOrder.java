package io.quartermaster.sandbox.square;

import io.quartermaster.sandbox.till.Buyer;
import io.quartermaster.sandbox.till.Place;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order that was paid at the till, or the return of a part of one. Square makes an order for
/// both.
///
/// @param returnOf the order whose goods came back; null for a sale
record SquareOrder(
        String id,
        Place place,
        Instant at,
        List<Line> lines,
        @Nullable Buyer buyer,
        @Nullable SquareOrder returnOf) {

    SquareOrder {
        lines = List.copyOf(lines);
    }

    static final int VERSION_OPEN = 1;
    static final int VERSION_COMPLETED = 4;

    boolean isReturnOf(SquareOrder sale) {
        return returnOf != null && returnOf.id().equals(sale.id());
    }

    int total() {
        return lines.stream().mapToInt(Line::total).sum();
    }

    int tax() {
        return lines.stream()
                .mapToInt(line -> line.item().article().taxIn(line.total()))
                .sum();
    }

    int discount() {
        return lines.stream().mapToInt(Line::discount).sum();
    }

    String paymentId() {
        return SquareIds.of("payment", id);
    }

    String refundId() {
        return paymentId() + "_" + SquareIds.of("refund", id);
    }

    /// @param uid within the order
    /// @param sourceUid the line of the sale that came back; empty for a sale
    record Line(String uid, SquareItem item, int quantity, int unitPrice, int discount, String sourceUid) {

        int total() {
            return quantity * unitPrice - discount;
        }
    }
}
