package io.quartermaster.connectors.email;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A page that prints well, as text and as plain HTML.
///
/// @param facts pairs of a label and what stands behind it
/// @param table null if there is none
record Page(
        String title,
        List<List<String>> facts,
        List<String> paragraphs,
        @Nullable Table table) {

    private static final int COLUMN_MAX = 40;

    /// Lines of goods.
    ///
    /// @param foot a label and a figure; empty if there is none
    record Table(List<String> heads, List<List<String>> rows, List<String> foot) {

        /// The last columns are figures, and stand on the right.
        boolean isFigure(int column) {
            return column >= 2;
        }
    }

    String text() {
        var lines = new ArrayList<String>();
        lines.add(title);
        lines.add("=".repeat(Math.min(title.length(), COLUMN_MAX)));
        lines.add("");
        facts.forEach(fact -> lines.add("%-12s %s".formatted(fact.getFirst() + ":", line(fact.getLast()))));
        lines.add("");
        if (table != null) {
            lines.addAll(grid(table));
            lines.add("");
        }
        lines.addAll(paragraphs);
        return String.join("\r\n", lines) + "\r\n";
    }

    String html() {
        var body = new StringBuilder();
        body.append("<h1 style=\"font-size:20px\">%s</h1>\n".formatted(escaped(title)));
        if (!facts.isEmpty()) {
            body.append("<table style=\"margin-bottom:16px\">%s</table>\n"
                    .formatted(facts.stream().map(Page::factRow).collect(Collectors.joining())));
        }
        if (table != null) {
            body.append(goods(table));
        }
        paragraphs.forEach(it -> body.append("<p style=\"white-space:pre-line\">%s</p>\n".formatted(escaped(it))));
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%s</title>
                <style>@page{margin:2cm} tr{break-inside:avoid} thead{display:table-header-group}</style></head>
                <body style="font-family:Helvetica,Arial,sans-serif;font-size:14px;color:#111;max-width:720px">
                %s</body></html>
                """.formatted(escaped(title), body);
    }

    private static List<String> grid(Table table) {
        var widths = new int[table.heads().size()];
        for (var column = 0; column < widths.length; column++) {
            var at = column;
            widths[column] = Math.min(
                    COLUMN_MAX,
                    table.rows().stream()
                            .mapToInt(row -> line(row.get(at)).length())
                            .reduce(table.heads().get(at).length(), Math::max));
        }
        var lines = new ArrayList<String>();
        lines.add(gridLine(table, table.heads(), widths));
        table.rows().forEach(row -> lines.add(gridLine(table, row, widths)));
        if (!table.foot().isEmpty()) {
            lines.add("");
            lines.add("%s: %s".formatted(table.foot().getFirst(), table.foot().getLast()));
        }
        return lines;
    }

    private static String gridLine(Table table, List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (var column = 0; column < widths.length; column++) {
            var cell = line(cells.get(column));
            var pad = " ".repeat(Math.max(0, widths[column] - cell.length()));
            line.append(table.isFigure(column) ? pad + cell : cell + pad).append("  ");
        }
        return line.toString().stripTrailing();
    }

    private static String factRow(List<String> fact) {
        return "<tr><td style=\"padding:2px 16px 2px 0;color:#555\">%s</td><td><b>%s</b></td></tr>"
                .formatted(escaped(fact.getFirst()), escaped(fact.getLast()));
    }

    private static String goods(Table table) {
        var html = new StringBuilder("<table style=\"border-collapse:collapse;width:100%\"><thead>");
        html.append(goodsRow(table, table.heads(), "th")).append("</thead><tbody>\n");
        table.rows().forEach(row -> html.append(goodsRow(table, row, "td")).append('\n'));
        html.append("</tbody></table>\n");
        if (!table.foot().isEmpty()) {
            html.append("<p style=\"text-align:right;font-size:16px\">%s <b>%s</b></p>\n"
                    .formatted(
                            escaped(table.foot().getFirst()),
                            escaped(table.foot().getLast())));
        }
        return html.toString();
    }

    private static String goodsRow(Table table, List<String> cells, String tag) {
        var row = new StringBuilder("<tr>");
        for (var column = 0; column < cells.size(); column++) {
            row.append("<%1$s style=\"padding:4px 8px;border-bottom:1px solid #ccc;text-align:%2$s\">%3$s</%1$s>"
                    .formatted(tag, table.isFigure(column) ? "right" : "left", escaped(cells.get(column))));
        }
        return row.append("</tr>").toString();
    }

    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
