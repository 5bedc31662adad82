package io.quartermaster.sandbox.hooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How each platform proves that a message is its own. All three are HMAC-SHA256; they differ in
/// what they sign and how they write it.
public final class Signatures {

    private static final String ALGORITHM = "HmacSHA256";

    private Signatures() {}

    /// Shopify: base64 over the raw body, keyed with the app's client secret.
    public static String shopify(String secret, byte[] body) {
        return Base64.getEncoder().encodeToString(hmac(secret, new byte[0], body));
    }

    /// Square: base64 over the registered URL and the raw body, keyed with the subscription's key.
    public static String square(String key, String notificationUrl, byte[] body) {
        return Base64.getEncoder().encodeToString(hmac(key, notificationUrl.getBytes(StandardCharsets.UTF_8), body));
    }

    /// The generic scheme: hexadecimal over the time, a dot and the raw body.
    public static String generic(String secret, long epochSecond, byte[] body) {
        var prefix = (epochSecond + ".").getBytes(StandardCharsets.UTF_8);
        return "sha256=" + HexFormat.of().formatHex(hmac(secret, prefix, body));
    }

    private static byte[] hmac(String secret, byte[] prefix, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update(prefix);
            return mac.doFinal(body);
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("This Java has no %s.".formatted(ALGORITHM), fault);
        }
    }
}
