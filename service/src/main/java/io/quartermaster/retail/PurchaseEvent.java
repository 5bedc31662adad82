package io.quartermaster.retail;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The life of a purchase order: our order to a supplier.
public sealed interface PurchaseEvent extends RetailEvent {

    PurchaseOrderId order();

    @Override
    default Optional<String> paper() {
        return Optional.of("purchase-order/" + order().value());
    }

    /// Somebody who may said yes: from here on the goods count as on order.
    ///
    /// @param expectedOn the business day of the destination on which we expect them
    record PurchaseOrderApproved(
            Origin origin,
            PurchaseOrderId order,
            ProposalId proposal,
            SupplierId supplier,
            LocationId destination,
            List<RetailAction.OrderLine> lines,
            LocalDate expectedOn,
            UserId by)
            implements PurchaseEvent {

        public PurchaseOrderApproved {
            lines = List.copyOf(lines);
        }
    }

    /// It left for the supplier.
    ///
    /// @param reference what the carrier of the message calls it
    record PurchaseOrderSent(Origin origin, PurchaseOrderId order, String reference) implements PurchaseEvent {}

    /// The supplier said yes.
    record PurchaseOrderConfirmed(Origin origin, PurchaseOrderId order, LocalDate expectedOn)
            implements PurchaseEvent {}

    /// Goods came in at the dock.
    record GoodsReceived(Origin origin, PurchaseOrderId order, LocationId location, List<ReceivedLine> lines)
            implements PurchaseEvent {

        public GoodsReceived {
            lines = List.copyOf(lines);
        }
    }

    record PurchaseOrderCancelled(Origin origin, PurchaseOrderId order, String why, UserId by)
            implements PurchaseEvent {}

    record ReceivedLine(Item item, Quantity quantity) {

        public ReceivedLine {
            quantity.requirePositive();
        }
    }
}
