package io.quartermaster.books.purchasing;

import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.PurchaseOrderId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.SupplierId;
import io.quartermaster.retail.UnitCost;
import io.quartermaster.retail.VariantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Our order to a supplier, as far as it has come.
///
/// @param total what was ordered, in the order's currency
/// @param expectedOn the business day of the destination on which we expect the goods: as the
/// supplier confirmed, else as we asked
/// @param sentAt when it left for the supplier; null if it has not
/// @param closedAt when the last goods came in, or it was cancelled; null while it is open
public record PurchaseOrder(
        PurchaseOrderId id,
        SupplierId supplier,
        LocationId destination,
        State state,
        List<Line> lines,
        Money total,
        LocalDate expectedOn,
        Instant approvedAt,
        @Nullable Instant sentAt,
        @Nullable Instant closedAt,
        CorrelationId correlation,
        ProposalId proposal) {

    public PurchaseOrder {
        lines = List.copyOf(lines);
    }

    /// Whether goods are still to come.
    public boolean isOpen() {
        return state != State.RECEIVED && state != State.CANCELLED;
    }

    /// How far it has come; drafts live on the desk.
    public enum State {
        APPROVED,
        SENT,
        CONFIRMED,
        PARTLY_RECEIVED,
        RECEIVED,
        CANCELLED
    }

    /// One variant of the order.
    ///
    /// @param ordered zero for goods that came with it and that nobody ordered
    /// @param received what came so far; more than ordered if the supplier sent too much
    public record Line(
            VariantId variant, Sku sku, String name, Quantity ordered, Quantity received, UnitCost unitCost) {

        /// What is still to come; zero if all came, or more than all.
        public Quantity open() {
            return ordered.isMoreThan(received)
                    ? ordered.minus(received)
                    : new Quantity(BigDecimal.ZERO, ordered.unit());
        }

        public boolean isOverReceived() {
            return received.isMoreThan(ordered);
        }
    }
}
