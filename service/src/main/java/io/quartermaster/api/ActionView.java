package io.quartermaster.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quartermaster.retail.RetailAction;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.OrderLine;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.RetailAction.TransferLine;
import io.quartermaster.retail.RetailAction.TransferStock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be done, on the wire; parts that do not belong to its kind are left out.
///
/// @param kind `order_from_supplier`, `transfer_stock` or `tell_person`
/// @param number of the order or the transfer
@JsonInclude(Include.NON_NULL)
record ActionView(
        String kind,
        @Nullable String number,
        @JsonProperty("supplier_id") @Nullable String supplierId,
        @JsonProperty("from_location_id") @Nullable String fromLocationId,
        @JsonProperty("to_location_id") @Nullable String toLocationId,
        @JsonProperty("deliver_by") @Nullable LocalDate deliverBy,
        @Nullable List<ActionLine> lines,
        @Nullable Amount total,
        @Nullable String subject,
        @Nullable String text) {

    /// One variant of it.
    @JsonInclude(Include.NON_NULL)
    record ActionLine(
            @JsonProperty("variant_id") String variantId,
            String sku,
            String name,
            BigDecimal quantity,
            String unit,
            @JsonProperty("unit_cost") @Nullable Amount unitCost) {

        static ActionLine of(OrderLine line) {
            return new ActionLine(
                    line.variant().value(),
                    line.sku().value(),
                    line.name(),
                    line.quantity().amount(),
                    line.quantity().unit().name(),
                    Amount.of(line.unitCost()));
        }

        static ActionLine of(TransferLine line) {
            return new ActionLine(
                    line.variant().value(),
                    line.sku().value(),
                    line.name(),
                    line.quantity().amount(),
                    line.quantity().unit().name(),
                    null);
        }
    }

    static ActionView of(RetailAction action) {
        return switch (action) {
            case OrderFromSupplier order ->
                new ActionView(
                        "order_from_supplier",
                        order.order().value(),
                        order.supplier().value(),
                        null,
                        order.destination().value(),
                        order.deliverBy(),
                        order.lines().stream().map(ActionLine::of).toList(),
                        Amount.of(order.total()),
                        null,
                        null);
            case TransferStock transfer ->
                new ActionView(
                        "transfer_stock",
                        transfer.transfer().value(),
                        null,
                        transfer.from().value(),
                        transfer.to().value(),
                        null,
                        transfer.lines().stream().map(ActionLine::of).toList(),
                        null,
                        null,
                        null);
            case TellPerson tell ->
                new ActionView(
                        "tell_person",
                        null,
                        null,
                        null,
                        tell.location().value(),
                        null,
                        null,
                        null,
                        tell.subject(),
                        tell.text());
        };
    }
}
