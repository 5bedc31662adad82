package io.quartermaster.dashboard;

import org.jspecify.annotations.Nullable;

/// What somebody looks for in the stock; it stands in the page's address, so it can be kept and
/// sent.
///
/// @param q a part of a name, SKU or barcode; empty for all
/// @param at the location; empty for all of one's own
/// @param show empty for what runs dry first; `empty`, `negative`, `still`, `unlisted`, `all`
/// @param after where to read on; empty for the beginning
record StockQuery(String q, String at, String show, String after) {

    private static final int LENGTH_MAX = 200;

    StockQuery(@Nullable String q, @Nullable String at, @Nullable String show, @Nullable String after) {
        this.q = tidy(q);
        this.at = tidy(at);
        this.show = tidy(show);
        this.after = tidy(after);
    }

    StockQuery at(String other) {
        return new StockQuery(q, at.equals(other) ? "" : other, show, "");
    }

    StockQuery show(String other) {
        return new StockQuery(q, at, other, "");
    }

    StockQuery after(String cursor) {
        return new StockQuery(q, at, show, cursor);
    }

    String address() {
        return "/stock" + parameters();
    }

    String csv() {
        return "/stock.csv" + parameters();
    }

    private String parameters() {
        return "?q=%s&at=%s&show=%s&after=%s"
                .formatted(Links.encoded(q), Links.encoded(at), Links.encoded(show), Links.encoded(after));
    }

    private static String tidy(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var stripped = text.strip();
        return stripped.length() > LENGTH_MAX ? stripped.substring(0, LENGTH_MAX) : stripped;
    }
}
