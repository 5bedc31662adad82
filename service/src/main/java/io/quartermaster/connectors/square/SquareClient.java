package io.quartermaster.connectors.square;

import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.WireClient;
import io.quartermaster.connectors.WireClient.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Square's REST API, version 2025-08-20.
@Component
class SquareClient {

    private static final String VERSION = "2025-08-20";
    private static final String PUBLIC_ADDRESS = "https://connect.squareup.com";

    private final WireClient wire;

    SquareClient(WireClient wire) {
        this.wire = wire;
    }

    /// @param path begins with `/v2/`
    Reply get(String path, Connection connection) {
        return wire.send("GET", address(path, connection), headers(connection), "");
    }

    Reply post(String path, String json, Connection connection) {
        return wire.send("POST", address(path, connection), headers(connection), json);
    }

    /// One part of a path, whatever characters it has.
    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static URI address(String path, Connection connection) {
        var base =
                connection.url().isBlank() ? PUBLIC_ADDRESS : connection.url().replaceAll("/+$", "");
        return URI.create(base + path);
    }

    private static Map<String, String> headers(Connection connection) {
        return Map.of("Authorization", "Bearer " + connection.token(), "Square-Version", VERSION);
    }
}
