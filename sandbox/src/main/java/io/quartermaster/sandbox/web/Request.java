package io.quartermaster.sandbox.web;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What came in over HTTP.
///
/// @param headers by lower-case name, first value only
@SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
public record Request(String method, URI uri, Map<String, String> headers, byte[] body) {

    public String path() {
        return uri.getPath();
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(queries().get(name));
    }

    private Map<String, String> queries() {
        var queries = new LinkedHashMap<String, String>();
        var raw = uri.getRawQuery();
        if (raw != null) {
            for (var pair : raw.split("&", -1)) {
                var cut = pair.indexOf('=');
                queries.put(
                        decoded(cut < 0 ? pair : pair.substring(0, cut)),
                        cut < 0 ? "" : decoded(pair.substring(cut + 1)));
            }
        }
        return queries;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
