package io.quartermaster.connectors.generic;

import io.quartermaster.connectors.Authenticity;
import io.quartermaster.connectors.Authenticity.Forged;
import io.quartermaster.connectors.Authenticity.Genuine;
import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.RawMessage;
import io.quartermaster.connectors.Signatures;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;

/// Whether the connection's owner sent it. Two forms of signature are taken, each an
/// HMAC-SHA256 in hex:
///
/// - `sha256=` of the time in the header, a dot, and the raw body;
/// - `v2=` of the time, the topic and the delivery id, each with a dot behind it, and the raw
/// body:
///   who overhears such a message cannot send it again under another name.
///
/// A connection with the setting `signature` at `2` takes the second form only.
final class GenericAuthenticity {

    private static final String FIRST = "sha256=";
    private static final String SECOND = "v2=";
    private static final Pattern EPOCH_SECONDS = Pattern.compile("\\d{1,11}");
    private static final int NAME_LENGTH_MAX = 120;

    private GenericAuthenticity() {}

    static Authenticity of(RawMessage message, Connection connection) {
        var topic = message.header("x-quartermaster-topic").orElse("").strip();
        var delivery = message.header("x-quartermaster-delivery").orElse("").strip();
        var time = message.header("x-quartermaster-timestamp").orElse("");
        var signature = message.header("x-quartermaster-signature").orElse("");
        if (!EPOCH_SECONDS.matcher(time).matches()) {
            return new Forged("it bears no time");
        }
        var second = signature.startsWith(SECOND);
        if (!second && (!signature.startsWith(FIRST) || isSecondWanted(connection))) {
            return new Forged("it bears no signature of the form that is wanted");
        }
        var signed = second ? "%s.%s.%s.".formatted(time, topic, delivery) : time + ".";
        var hex = signature.substring(second ? SECOND.length() : FIRST.length());
        if (!Signatures.isHexOf(hex, connection.secrets(), signed.getBytes(StandardCharsets.UTF_8), message.body())) {
            return new Forged("the signature does not fit");
        }
        if (!isName(topic) || !isName(delivery)) {
            return new Forged("it bears no topic, or no delivery id");
        }
        return new Genuine(topic, delivery, Instant.ofEpochSecond(Long.parseLong(time)));
    }

    private static boolean isSecondWanted(Connection connection) {
        return connection.setting("signature").filter("2"::equals).isPresent();
    }

    private static boolean isName(String header) {
        return !header.isEmpty() && header.length() <= NAME_LENGTH_MAX;
    }
}
