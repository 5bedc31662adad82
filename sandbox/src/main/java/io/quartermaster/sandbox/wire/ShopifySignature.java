package io.quartermaster.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs as Shopify does: base64 of HMAC-SHA256 over the raw body. Not for several threads at
/// once.
public final class ShopifySignature {

    private final Mac mac;

    public ShopifySignature(String secret) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException fault) {
            throw new IllegalStateException("Every JDK has HmacSHA256.", fault);
        }
    }

    public String of(byte[] body) {
        return Base64.getEncoder().encodeToString(mac.doFinal(body));
    }

    /// The header lines of a signed webhook.
    public String headers(String topic, String delivery, byte[] body) {
        return "X-Shopify-Topic: " + topic + "\r\nX-Shopify-Hmac-Sha256: " + of(body)
                + "\r\nX-Shopify-Shop-Domain: replay.myshopify.com\r\nX-Shopify-API-Version: 2026-07\r\nX-Shopify-Webhook-Id: "
                + delivery + "\r\nX-Shopify-Event-Id: " + delivery + "\r\n";
    }
}
