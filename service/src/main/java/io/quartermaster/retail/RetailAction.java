package io.quartermaster.retail;

import java.time.LocalDate;
import java.util.List;

/// Something that can be done in an outside system. Each connector says *do* or *refuse* to each.
public sealed interface RetailAction {

    /// Buy from a supplier.
    ///
    /// @param lines one a variant; at least one
    /// @param deliverBy the business day of the destination on which we would like them
    record OrderFromSupplier(
            PurchaseOrderId order,
            SupplierId supplier,
            LocationId destination,
            List<OrderLine> lines,
            LocalDate deliverBy)
            implements RetailAction {

        public OrderFromSupplier {
            lines = List.copyOf(lines);
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("The order (%s) has no lines.".formatted(order));
            }
        }

        /// What it costs, lines added up.
        public Money total() {
            return lines.stream().map(OrderLine::amount).reduce(Money::plus).orElseThrow();
        }
    }

    /// Send stock from one of our locations to another.
    record TransferStock(TransferId transfer, LocationId from, LocationId to, List<TransferLine> lines)
            implements RetailAction {

        public TransferStock {
            lines = List.copyOf(lines);
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("The transfer (%s) has no lines.".formatted(transfer));
            }
        }
    }

    /// Tell a person: nothing is changed anywhere.
    record TellPerson(LocationId location, String subject, String text) implements RetailAction {}

    record OrderLine(VariantId variant, Sku sku, String name, Quantity quantity, UnitCost unitCost) {

        public OrderLine {
            quantity.requirePositive();
        }

        public Money amount() {
            return unitCost.times(quantity);
        }
    }

    record TransferLine(VariantId variant, Sku sku, String name, Quantity quantity) {

        public TransferLine {
            quantity.requirePositive();
        }
    }
}
