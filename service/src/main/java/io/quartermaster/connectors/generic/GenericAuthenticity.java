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

/// Whether the connection's owner sent it: `sha256=` and, in hex, the HMAC-SHA256 of the time in
/// the header, a dot, and the raw body.
final class GenericAuthenticity {

    private static final String SCHEME = "sha256=";
    private static final Pattern EPOCH_SECONDS = Pattern.compile("\\d{1,11}");
    private static final int NAME_LENGTH_MAX = 120;

    private GenericAuthenticity() {}

    static Authenticity of(RawMessage message, Connection connection) {
        var topic = message.header("x-quartermaster-topic").orElse("").strip();
        var delivery = message.header("x-quartermaster-delivery").orElse("").strip();
        var time = message.header("x-quartermaster-timestamp").orElse("");
        var signature = message.header("x-quartermaster-signature").orElse("");
        if (!signature.startsWith(SCHEME) || !EPOCH_SECONDS.matcher(time).matches()) {
            return new Forged("it bears no signature, or no time");
        }
        var signedTime = (time + ".").getBytes(StandardCharsets.US_ASCII);
        if (!Signatures.isHexOf(
                signature.substring(SCHEME.length()), connection.secrets(), signedTime, message.body())) {
            return new Forged("the signature does not fit");
        }
        if (!isName(topic) || !isName(delivery)) {
            return new Forged("it bears no topic, or no delivery id");
        }
        return new Genuine(topic, delivery, Instant.ofEpochSecond(Long.parseLong(time)));
    }

    private static boolean isName(String header) {
        return !header.isEmpty() && header.length() <= NAME_LENGTH_MAX;
    }
}
