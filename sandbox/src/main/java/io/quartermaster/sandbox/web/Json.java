package io.quartermaster.sandbox.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// How the sandbox reads and writes JSON.
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final DateTimeFormatter OFFSET =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final DateTimeFormatter ZULU =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    public static ArrayNode array(Collection<? extends JsonNode> nodes) {
        var array = array();
        nodes.forEach(array::add);
        return array;
    }

    /// Reads JSON.
    ///
    /// @throws tools.jackson.core.JacksonException if `body` is not JSON
    public static JsonNode read(byte[] body) {
        return MAPPER.readTree(body);
    }

    public static JsonNode read(String body) {
        return MAPPER.readTree(body);
    }

    public static JsonNode tree(@Nullable Object value) {
        return MAPPER.valueToTree(value);
    }

    public static Object plain(JsonNode node) {
        return MAPPER.treeToValue(node, Object.class);
    }

    public static byte[] bytes(JsonNode node) {
        return text(node).getBytes(StandardCharsets.UTF_8);
    }

    public static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /// The way Shopify writes an instant: whole seconds, with the shop's offset.
    public static String withOffset(Instant at, ZoneId zone) {
        return OFFSET.format(at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    /// The way Shopify's GraphQL writes an instant: whole seconds, in UTC.
    public static String seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// The way Square writes an instant: milliseconds, in UTC.
    public static String zulu(Instant at) {
        return ZULU.format(at.atOffset(java.time.ZoneOffset.UTC));
    }
}
