package io.quartermaster.connectors;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA256 signatures of messages, compared in constant time.
///
/// What is compared is the text of the signature: another spelling of the same bytes is refused.
public final class Signatures {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SPARE_MACS = 64;
    private static final ArrayBlockingQueue<Mac> SPARE = new ArrayBlockingQueue<>(SPARE_MACS);

    private Signatures() {}

    /// Whether `signature` is the base64 of the HMAC of all parts, one after the other, under one
    /// of the secrets.
    public static boolean isBase64Of(String signature, List<String> secrets, byte[]... parts) {
        return isOneOf(signature, secrets, mac -> Base64.getEncoder().encodeToString(mac), parts);
    }

    /// The same for a signature in lower-case hex.
    public static boolean isHexOf(String signature, List<String> secrets, byte[]... parts) {
        return isOneOf(signature, secrets, HexFormat.of()::formatHex, parts);
    }

    private interface Spelling {
        String of(byte[] mac);
    }

    private static boolean isOneOf(String signature, List<String> secrets, Spelling spelling, byte[][] parts) {
        var told = signature.getBytes(StandardCharsets.UTF_8);
        var matches = false;
        for (var secret : secrets) { // all of them, always: time must not tell which one it was
            var right = spelling.of(hmac(secret, parts)).getBytes(StandardCharsets.US_ASCII);
            matches |= MessageDigest.isEqual(right, told);
        }
        return matches;
    }

    private static byte[] hmac(String secret, byte[][] parts) {
        try {
            var spare = SPARE.poll();
            var mac = spare == null ? Mac.getInstance(ALGORITHM) : spare;
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            for (var part : parts) {
                mac.update(part);
            }
            var result = mac.doFinal();
            SPARE.offer(mac);
            return result;
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("This Java has no HMAC-SHA256.", fault);
        }
    }
}
