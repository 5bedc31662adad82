package io.quartermaster.sandbox.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What goes out over HTTP.
@SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
public record Response(int status, Map<String, String> headers, byte[] body) {

    public Response {
        headers = Map.copyOf(headers);
    }

    public static Response json(int status, JsonNode node) {
        return new Response(status, Map.of("Content-Type", "application/json; charset=utf-8"), Json.bytes(node));
    }

    /// A page that may load nothing from anywhere: what it shows came from outside.
    public static Response html(String page) {
        return new Response(
                200,
                Map.of(
                        "Content-Type",
                        "text/html; charset=utf-8",
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'"),
                page.getBytes(StandardCharsets.UTF_8));
    }

    public Response with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, more, body);
    }
}
