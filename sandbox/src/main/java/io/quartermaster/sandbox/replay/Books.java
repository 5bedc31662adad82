package io.quartermaster.sandbox.replay;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What Quartermaster's books say of the replayed sales: counted, and refused with a reason.
///
/// @param counted units sold less units returned, and revenue, by the label as it was told
/// @param refused likewise for the lines that are not counted
/// @param reasons how many lines were refused for each reason
record Books(Totals counted, Totals refused, Map<String, long[]> reasons) {

    static Books read(ServiceApi api, String connection) throws IOException, InterruptedException {
        var counted = new Totals();
        for (var row : api.all("/v1/reports/sales-by-sku", connection)) {
            counted.add(
                    text(row, "sku"), whole(row, "units_sold") - whole(row, "units_returned"), pennies(row, "revenue"));
        }
        var refused = new Totals();
        var reasons = new TreeMap<String, long[]>();
        for (var row : api.all("/v1/reports/refused-lines", connection)) {
            var sign = row.get("returned").asBoolean() ? -1 : 1;
            var units = sign * whole(row, "quantity");
            var pennies = sign * pennies(row, "amount");
            refused.add(text(row, "sku"), units, pennies);
            var sums = reasons.computeIfAbsent(text(row, "reason"), _ -> new long[3]);
            sums[0]++;
            sums[1] += units;
            sums[2] += pennies;
        }
        return new Books(counted, refused, reasons);
    }

    private static String text(JsonNode row, String field) {
        var value = row.get(field);
        return value == null || value.isNull() ? "" : value.asString();
    }

    private static long whole(JsonNode row, String field) {
        return new BigDecimal(row.get(field).asString()).longValueExact();
    }

    private static long pennies(JsonNode row, String field) {
        var value = row.get(field);
        var amount = value.isObject() ? value.get("amount").asString() : value.asString();
        return new BigDecimal(amount.split(" ", 2)[0]).movePointRight(2).longValueExact();
    }
}
