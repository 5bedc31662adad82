package io.quartermaster.connectors.email;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.OrderLine;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// The order as a supplier's computer reads it: `purchase-order.json`.
record OrderPaper(
        @JsonProperty("purchase_order") String order,
        @JsonProperty("supplier_id") String supplier,
        @JsonProperty("deliver_to") String deliverTo,
        @JsonProperty("deliver_by") String deliverBy,
        String currency,
        List<Line> lines,
        BigDecimal total) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /// One variant.
    record Line(
            String sku,
            String name,
            BigDecimal quantity,
            @JsonProperty("unit_cost") BigDecimal unitCost,
            BigDecimal amount) {

        static Line of(OrderLine line) {
            return new Line(
                    line.sku().value(),
                    line.name(),
                    line.quantity().amount(),
                    line.unitCost().amount(),
                    line.amount().amount());
        }
    }

    static String json(OrderFromSupplier order) {
        var total = order.total();
        return MAPPER.writerWithDefaultPrettyPrinter()
                .writeValueAsString(new OrderPaper(
                        order.order().value(),
                        order.supplier().value(),
                        order.destination().value(),
                        order.deliverBy().toString(),
                        total.currency().getCurrencyCode(),
                        order.lines().stream().map(Line::of).toList(),
                        total.amount()));
    }
}
