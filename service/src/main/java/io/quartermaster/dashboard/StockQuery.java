package io.quartermaster.dashboard;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What somebody looks for in the stock; it stands in the page's address, so it can be kept and
/// sent.
///
/// @param q a part of a name, SKU or barcode; empty for all
/// @param at the location; empty for all of one's own
/// @param show empty for what runs dry first; `empty`, `negative`, `still`, `unlisted`, `all`
/// @param sort the column that orders the rows, with `-` before it for the most first; empty for
/// what the question itself asks for
/// @param after where to read on; empty for the beginning
record StockQuery(String q, String at, String show, String sort, String after) {

    private static final Set<String> COLUMNS = Set.of("location", "days", "hand", "committed", "coming", "sold");

    private static final int LENGTH_MAX = 200;

    StockQuery(
            @Nullable String q,
            @Nullable String at,
            @Nullable String show,
            @Nullable String sort,
            @Nullable String after) {
        this.q = tidy(q);
        this.at = tidy(at);
        this.show = tidy(show);
        this.sort = COLUMNS.contains(tidy(sort).replaceFirst("^-", "")) ? tidy(sort) : "";
        this.after = tidy(after);
    }

    StockQuery at(String other) {
        return new StockQuery(q, at.equals(other) ? "" : other, show, sort, "");
    }

    StockQuery show(String other) {
        return new StockQuery(q, at, other, "", "");
    }

    StockQuery after(String cursor) {
        return new StockQuery(q, at, show, sort, cursor);
    }

    /// Whether all rows are at hand, so that they can be put in another order.
    boolean sortable() {
        return q.isEmpty() && (show.isEmpty() || show.equals("still"));
    }

    /// Ordered by a column, the most first; by the column that orders it already, the other way
    /// round.
    String sortedBy(String column) {
        return new StockQuery(q, at, show, sort.equals("-" + column) ? column : "-" + column, "").address();
    }

    /// As `aria-sort` says it; null for a column that does not order the rows.
    @Nullable
    String order(String column) {
        return sort.equals(column) ? "ascending" : sort.equals("-" + column) ? "descending" : null;
    }

    String address() {
        return "/stock" + parameters();
    }

    String csv() {
        return "/stock.csv" + parameters();
    }

    private String parameters() {
        return "?q=%s&at=%s&show=%s&sort=%s&after=%s"
                .formatted(
                        Links.encoded(q),
                        Links.encoded(at),
                        Links.encoded(show),
                        Links.encoded(sort),
                        Links.encoded(after));
    }

    private static String tidy(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var stripped = text.strip();
        return stripped.length() > LENGTH_MAX ? stripped.substring(0, LENGTH_MAX) : stripped;
    }
}
