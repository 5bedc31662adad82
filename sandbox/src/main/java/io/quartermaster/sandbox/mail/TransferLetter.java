package io.quartermaster.sandbox.mail;

import io.quartermaster.sandbox.web.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A transfer as the computer of the shop that sends it reads it.
///
/// @param from the service's own name of a location, like `to`
/// @param units wanted units by SKU, more than zero each
public record TransferLetter(String number, String from, String to, Map<String, Integer> units) {

    private static final int LINES_MAX = 1000;
    private static final int UNITS_MAX = 1_000_000;

    /// The transfer in a letter.
    ///
    /// @return empty if the letter carries no transfer, or one that cannot be read
    public static Optional<TransferLetter> in(Letter letter) {
        if (letter.order().isEmpty()) {
            return Optional.empty();
        }
        try {
            return read(Json.read(letter.order()));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static Optional<TransferLetter> read(JsonNode body) {
        var number = body.path("transfer").asString("");
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
        return Optional.of(new TransferLetter(
                number,
                body.path("from").asString(""),
                body.path("to").asString(""),
                Collections.unmodifiableMap(units)));
    }
}
