package io.quartermaster.sandbox.mail;

import io.quartermaster.sandbox.web.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads the part of a letter that is meant for a computer: a body with lines of SKU and
/// quantity.
final class LetterLines {

    private static final int LINES_MAX = 1000;
    private static final int UNITS_MAX = 1_000_000;

    private LetterLines() {}

    /// What the letter carries.
    ///
    /// @param number the field that must be there: it says what kind of paper it is
    /// @param paper made of the body and the units by SKU, more than zero each
    /// @return empty if the letter carries no such paper, or one that cannot be read
    static <P> Optional<P> in(Letter letter, String number, BiFunction<JsonNode, Map<String, Integer>, P> paper) {
        if (letter.order().isEmpty()) {
            return Optional.empty();
        }
        try {
            var body = Json.read(letter.order());
            var lines = body.path("lines");
            return body.path(number).asString("").isEmpty() || lines.isEmpty() || lines.size() > LINES_MAX
                    ? Optional.empty()
                    : Optional.of(paper.apply(body, units(lines)));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static Map<String, Integer> units(JsonNode lines) {
        var units = new LinkedHashMap<String, Integer>();
        for (var line : lines) {
            var quantity = line.path("quantity").asDouble(0);
            if (quantity >= 1 && quantity <= UNITS_MAX) {
                units.merge(line.path("sku").asString(""), (int) quantity, Integer::sum);
            }
        }
        return Collections.unmodifiableMap(units);
    }
}
