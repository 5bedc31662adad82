package io.quartermaster.sandbox.square;

import java.net.URI;
import java.util.Currency;

/// One seller at the stand-in.
///
/// @param token what an app must show to read and write
/// @param signatureKey what webhooks are signed with
/// @param hook where webhooks are sent
/// @param notificationUrl the address as the app registered it: part of what is signed, so it
/// must be the same to the byte
public record SquareAccount(
        String merchant,
        String name,
        String token,
        String signatureKey,
        URI hook,
        String notificationUrl,
        Currency currency) {

    public static final String API_VERSION = "2025-08-20";
}
