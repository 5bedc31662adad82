package io.quartermaster.sandbox.web;

/// The look that the sandbox's few pages share.
public final class Pages {

    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
            a{color:inherit} h1{font-size:1.4rem} small{opacity:.7}
            table{border-collapse:collapse;width:100%} th,td{text-align:left;padding:.35rem .6rem;
              border-bottom:1px solid #8884;vertical-align:top} td.n{text-align:right;font-variant-numeric:tabular-nums}
            article{border:1px solid #8886;border-radius:.6rem;padding:1rem 1.25rem;margin:1rem 0}
            pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#8881;border-radius:.4rem;padding:.75rem}
            """;

    private Pages() {}

    /// A whole page; `main` is HTML already.
    public static String page(String title, String main) {
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="refresh" content="5">
                <title>%s</title><style>%s</style></head><body><h1>%s</h1>
                %s
                </body></html>
                """.formatted(escaped(title), STYLE, escaped(title), main);
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
