package io.quartermaster.sandbox.shopify;

import java.net.URI;
import java.time.ZoneId;
import java.util.Currency;

/// One shop at the stand-in.
///
/// @param domain such as `saltmarsh.myshopify.com`
/// @param token what an app must show to read and write
/// @param secret what webhooks are signed with
/// @param hook where the app wants its webhooks
public record ShopifyAccount(
        String domain, String name, String token, String secret, URI hook, Currency currency, ZoneId zone) {

    public static final String API_VERSION = "2026-07";
}
