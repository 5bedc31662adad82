package io.quartermaster.dashboard;

import java.util.Arrays;
import java.util.stream.Collectors;

/// A table as a file for a spreadsheet, as RFC 4180 wants it.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe before it: a product's
/// name must not run on somebody's desk.
final class Csv {

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final String NUMBER = "-?[0-9][0-9,]*(\\.[0-9]+)?";

    private final StringBuilder text = new StringBuilder("\uFEFF"); // so that Excel reads it as UTF-8

    Csv(String... heads) {
        line(heads);
    }

    void line(String... cells) {
        text.append(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    String text() {
        return text.toString();
    }

    private static String cell(String value) {
        if (value.matches(NUMBER)) {
            return value.replace(",", "");
        }
        var safe = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
