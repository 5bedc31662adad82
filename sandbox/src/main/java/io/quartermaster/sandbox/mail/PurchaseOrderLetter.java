package io.quartermaster.sandbox.mail;

import io.quartermaster.sandbox.web.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// An order as the supplier's computer reads it.
///
/// @param deliverTo the service's own name of a location
/// @param units ordered units by SKU, more than zero each
public record PurchaseOrderLetter(String number, String supplier, String deliverTo, Map<String, Integer> units) {

    private static final int LINES_MAX = 1000;
    private static final int UNITS_MAX = 1_000_000;

    /// The order in a letter.
    ///
    /// @return empty if the letter carries no order, or one that cannot be read
    public static Optional<PurchaseOrderLetter> in(Letter letter) {
        if (letter.order().isEmpty()) {
            return Optional.empty();
        }
        try {
            return read(Json.read(letter.order()));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static Optional<PurchaseOrderLetter> read(JsonNode body) {
        var number = body.path("purchase_order").asString("");
        var lines = body.path("lines");
        if (number.isEmpty() || lines.isEmpty() || lines.size() > LINES_MAX) {
            return Optional.empty();
        }
        var units = new LinkedHashMap<String, Integer>();
        for (var line : lines) {
            var quantity = line.path("quantity").asDouble(0);
            if (quantity >= 1 && quantity <= UNITS_MAX) {
                units.merge(line.path("sku").asString(""), (int) quantity, Integer::sum);
            }
        }
        return Optional.of(new PurchaseOrderLetter(
                number,
                body.path("supplier_id").asString(""),
                body.path("deliver_to").asString(""),
                java.util.Collections.unmodifiableMap(units)));
    }
}
