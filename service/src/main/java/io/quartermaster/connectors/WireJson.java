package io.quartermaster.connectors;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How connectors read JSON: a field that we name must be there, not null and of its kind; one
/// that we do not name may be anything.
///
/// Messages of [MalformedMessage] name the path of the field, such as `line_items[2].price`.
public final class WireJson {

    private static final int DEPTH_MAX = 64;
    private static final int NUMBER_LENGTH_MAX = 60;
    private static final int LIST_LENGTH_MAX = 5_000;
    private static final int WORDS_LENGTH_MAX = 300;
    private static final int DECIMALS_MAX = 12;
    private static final int DIGITS_MAX = 30;
    private static final int QUOTED_LENGTH_MAX = 40;
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");
    private static final Pattern HALF_CHARACTER = Pattern.compile("\\p{Cs}");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .maxNumberLength(NUMBER_LENGTH_MAX)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode node;
    private final String path;

    private WireJson(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /// Reads a whole message, which must be an object.
    ///
    /// @throws MalformedMessage if it is not JSON, or not an object, or nested too deep, or names a
    /// field twice
    public static WireJson read(String body) {
        var text = !body.isEmpty() && body.charAt(0) == BYTE_ORDER_MARK ? body.substring(1) : body;
        try {
            var root = MAPPER.readTree(text);
            if (root == null || !root.isObject()) {
                throw new MalformedMessage("The body is not a JSON object.");
            }
            return new WireJson(root, "");
        } catch (JacksonException fault) { // its text may quote the message: only the place is told
            var at = fault.getLocation();
            throw new MalformedMessage("The body is not JSON that we take: line %d, column %d (%s)."
                    .formatted(at == null ? 0 : at.getLineNr(), at == null ? 0 : at.getColumnNr(), kindOf(fault)));
        }
    }

    public WireJson object(String field) {
        var found = required(field);
        if (!found.isObject()) {
            throw wrong(field, "is not an object");
        }
        return new WireJson(found, at(field));
    }

    /// The object, or null if the field is absent, null, or no object.
    public @Nullable WireJson objectIfAny(String field) {
        var found = node.get(field);
        return found != null && found.isObject() ? new WireJson(found, at(field)) : null;
    }

    public List<WireJson> list(String field) {
        var found = required(field);
        if (!found.isArray()) {
            throw wrong(field, "is not a list");
        }
        if (found.size() > LIST_LENGTH_MAX) {
            throw wrong(field, "has %d entries, more than %d".formatted(found.size(), LIST_LENGTH_MAX));
        }
        var objects = new ArrayList<WireJson>(found.size());
        for (var i = 0; i < found.size(); i++) {
            if (!found.get(i).isObject()) {
                throw wrong("%s[%d]".formatted(field, i), "is not an object");
            }
            objects.add(new WireJson(found.get(i), "%s[%d]".formatted(at(field), i)));
        }
        return objects;
    }

    /// The list, or an empty one if the field is absent or null.
    public List<WireJson> listIfAny(String field) {
        return has(field) ? list(field) : List.of();
    }

    /// Text as it stands, or a whole number as text: ids come as either.
    public String text(String field) {
        var found = required(field);
        if (!found.isString() && !found.isIntegralNumber()) {
            throw wrong(field, "is neither text nor a whole number");
        }
        var text = found.asString();
        if (text.isBlank()) {
            throw wrong(field, "is blank");
        }
        return whole(field, text);
    }

    /// The text, or null if the field is absent, null, blank or no text.
    public @Nullable String textIfAny(String field) {
        var found = node.get(field);
        var isText = found != null && (found.isString() || found.isIntegralNumber());
        return isText && !found.asString().isBlank() ? whole(field, found.asString()) : null;
    }

    /// Words for people, made harmless: control characters and halves of characters are gone, and
    /// what is longer than a label is cut. Empty if there are none.
    public String words(String field) {
        var text = textIfAny(field);
        if (text == null) {
            return "";
        }
        var tidy = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
        return tidy.length() > WORDS_LENGTH_MAX
                ? tidy.substring(0, WORDS_LENGTH_MAX).strip()
                : tidy;
    }

    /// An exact number, written as a number or as text.
    public BigDecimal decimal(String field) {
        var found = required(field);
        if (!found.isNumber() && !found.isString()) {
            throw wrong(field, "is not a number");
        }
        return parse(field, found);
    }

    /// The number, or null if the field is absent or null.
    public @Nullable BigDecimal decimalIfAny(String field) {
        return has(field) ? decimal(field) : null;
    }

    /// A time with its offset or `Z`, between 1970 and 2200.
    public Instant instant(String field) {
        var text = text(field);
        try {
            var instant = OffsetDateTime.parse(text.strip()).toInstant();
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw wrong(field, "is not between 1970 and 2200");
            }
            return instant;
        } catch (DateTimeParseException fault) {
            throw wrong(field, "is not a time like 2024-01-15T14:30:00Z");
        }
    }

    public @Nullable Instant instantIfAny(String field) {
        return has(field) ? instant(field) : null;
    }

    public boolean isTrue(String field) {
        var found = node.get(field);
        return found != null && found.isBoolean() && found.booleanValue();
    }

    /// Whether the field is there and not null.
    public boolean has(String field) {
        var found = node.get(field);
        return found != null && !found.isNull();
    }

    /// The fields that are plain text, as they stand, by name.
    public Map<String, String> texts() {
        var texts = new TreeMap<String, String>();
        node.properties().stream()
                .filter(field -> field.getValue().isString()
                        && !field.getValue().asString().isBlank())
                .forEach(field -> texts.put(field.getKey(), field.getValue().asString()));
        return texts;
    }

    /// What a field says, as it stands, for a person to read: at most forty characters.
    public String asTold(String field) {
        var found = node.get(field);
        var told = found == null || found.isContainer() ? "" : found.asString();
        var tidy = UNPRINTABLE.matcher(told).replaceAll(" ").strip();
        return tidy.length() > QUOTED_LENGTH_MAX ? tidy.substring(0, QUOTED_LENGTH_MAX) : tidy;
    }

    /// As JSON again. It may hold persons' data: not for logs.
    public String json() {
        return MAPPER.writeValueAsString(node);
    }

    private BigDecimal parse(String field, JsonNode found) {
        try {
            var text = found.isString() ? found.asString().strip() : "";
            if (text.length() > NUMBER_LENGTH_MAX) {
                throw wrong(field, "is too long for a number");
            }
            var number = found.isString() ? new BigDecimal(text) : found.decimalValue();
            var decimals =
                    number.signum() == 0 ? 0 : number.stripTrailingZeros().scale();
            if (number.precision() > DIGITS_MAX || Math.abs((long) decimals) > DECIMALS_MAX) {
                throw wrong(field, "has too many digits");
            }
            return number.signum() == 0 ? BigDecimal.ZERO : number;
        } catch (NumberFormatException | ArithmeticException fault) {
            throw wrong(field, "is not a number");
        }
    }

    private String whole(String field, String text) {
        if (HALF_CHARACTER.matcher(text).find()) {
            throw wrong(field, "has half a character in it");
        }
        return text;
    }

    private JsonNode required(String field) {
        var found = node.get(field);
        if (found == null) {
            throw wrong(field, "is missing");
        }
        if (found.isNull()) {
            throw wrong(field, "is null");
        }
        return found;
    }

    private String at(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private MalformedMessage wrong(String field, String what) {
        return new MalformedMessage("The field %s %s.".formatted(at(field), what));
    }

    private static String kindOf(JacksonException fault) {
        var text = String.valueOf(fault.getOriginalMessage());
        if (text.startsWith("Duplicate")) {
            return "a field is named twice";
        }
        return text.contains("nesting depth") ? "nested too deep" : "no such thing in JSON";
    }
}
