package io.quartermaster.connectors.shopify;

import io.quartermaster.connectors.Authenticity;
import io.quartermaster.connectors.Authenticity.Forged;
import io.quartermaster.connectors.Authenticity.Genuine;
import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.RawMessage;
import io.quartermaster.connectors.Signatures;
import java.util.Optional;

/// Whether Shopify sent it: base64 of the HMAC-SHA256 of the raw body, under the app's client
/// secret.
///
/// The headers come in two styles, `X-Shopify-…` and, for the newer events, `shopify-…`; when
/// both are there the newer ones count.
final class ShopifyAuthenticity {

    private static final String OLD_STYLE = "x-shopify-";
    private static final String NEW_STYLE = "shopify-";
    private static final int NAME_LENGTH_MAX = 120;

    private ShopifyAuthenticity() {}

    static Authenticity of(RawMessage message, Connection connection) {
        var style = message.headers().containsKey(NEW_STYLE + "hmac-sha256") ? NEW_STYLE : OLD_STYLE;
        var signature = message.header(style + "hmac-sha256").orElse("");
        if (!Signatures.isBase64Of(signature, connection.secrets(), message.body())) {
            return new Forged("the signature does not fit");
        }
        var topic = bounded(message.header(style + "topic"));
        // One event may cause several messages, and all bear its id: the topic tells them apart.
        var delivery = bounded(message.header(style + "event-id").or(() -> message.header(style + "webhook-id")));
        if (topic.isEmpty() || delivery.isEmpty()) {
            return new Forged("it bears no topic, or no id");
        }
        var shop = connection.setting("shop");
        if (shop.isPresent() && !shop.equals(message.header(style + "shop-domain"))) {
            return new Forged("it is another shop's");
        }
        return new Genuine(topic.get(), topic.get() + "/" + delivery.get(), null);
    }

    private static Optional<String> bounded(Optional<String> header) {
        return header.map(String::strip).filter(text -> !text.isEmpty() && text.length() <= NAME_LENGTH_MAX);
    }
}
