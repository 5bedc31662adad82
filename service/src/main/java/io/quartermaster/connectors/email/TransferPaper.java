package io.quartermaster.connectors.email;

import io.quartermaster.retail.RetailAction.TransferLine;
import io.quartermaster.retail.RetailAction.TransferStock;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// The transfer as a shop's computer reads it: `transfer.json`.
record TransferPaper(String transfer, String from, String to, List<Line> lines) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /// One variant.
    record Line(String sku, String name, BigDecimal quantity) {

        static Line of(TransferLine line) {
            return new Line(line.sku().value(), line.name(), line.quantity().amount());
        }
    }

    static String json(TransferStock transfer) {
        return MAPPER.writerWithDefaultPrettyPrinter()
                .writeValueAsString(new TransferPaper(
                        transfer.transfer().value(),
                        transfer.from().value(),
                        transfer.to().value(),
                        transfer.lines().stream().map(Line::of).toList()));
    }
}
