package io.quartermaster.connectors.square;

import io.quartermaster.connectors.Authenticity;
import io.quartermaster.connectors.Authenticity.Forged;
import io.quartermaster.connectors.Authenticity.Genuine;
import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.RawMessage;
import io.quartermaster.connectors.Signatures;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether Square sent it: base64 of the HMAC-SHA256 of the notification address and the raw
/// body, under the subscription's signature key.
///
/// Square says only in the body what a message is about and which one it is. Both are found there
/// without reading it as JSON, since the sender must not wait for that; a message in which they
/// are not found is named after its own bytes, and the translator says what is wrong with it.
final class SquareAuthenticity {

    private static final Pattern TYPE = Pattern.compile("\"type\"\\s*:\\s*\"([a-z_.]{1,60})\"");
    private static final Pattern EVENT = Pattern.compile("\"event_id\"\\s*:\\s*\"([A-Za-z0-9_-]{1,80})\"");
    private static final String UNREADABLE = "unreadable";

    private SquareAuthenticity() {}

    static Authenticity of(RawMessage message, Connection connection) {
        var signature = message.header("x-square-hmacsha256-signature").orElse("");
        var address = connection.notificationUrl().getBytes(StandardCharsets.UTF_8);
        if (!Signatures.isBase64Of(signature, connection.secrets(), address, message.body())) {
            return new Forged("the signature does not fit");
        }
        var text = new String(message.body(), StandardCharsets.ISO_8859_1); // both are plain ASCII
        var delivery = first(EVENT.matcher(text)).orElse(UNREADABLE + "/" + signature);
        return new Genuine(topic(text).orElse(UNREADABLE), delivery, null);
    }

    /// The message's own `type` has a dot in it, such as `order.created`, or stands beside the
    /// event's id; the type of the data inside has none.
    private static Optional<String> topic(String text) {
        var types = TYPE.matcher(text);
        var last = Optional.<String>empty();
        while (types.find()) {
            if (types.group(1).indexOf('.') >= 0) {
                return Optional.of(types.group(1));
            }
            last = Optional.of(types.group(1));
        }
        return last;
    }

    private static Optional<String> first(Matcher matcher) {
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
