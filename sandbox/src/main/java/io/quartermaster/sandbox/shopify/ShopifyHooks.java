package io.quartermaster.sandbox.shopify;

import io.quartermaster.sandbox.hooks.Message;
import io.quartermaster.sandbox.hooks.Postman;
import io.quartermaster.sandbox.hooks.RetryLadder;
import io.quartermaster.sandbox.hooks.Signatures;
import io.quartermaster.sandbox.hooks.Subscriber;
import io.quartermaster.sandbox.web.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// Sends what happened to each subscription, signed and labelled as Shopify does.
final class ShopifyHooks {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int SUBSCRIPTIONS_MAX = 100;
    private static final long ID_FIRST = 1_400_000_000_001L;

    private final ShopifyAccount account;
    private final Postman postman;
    private final Subscriber own;
    private final List<Subscription> subscriptions = new ArrayList<>();

    ShopifyHooks(ShopifyAccount account, Postman postman) {
        this.account = account;
        this.postman = postman;
        this.own = subscriber(account.hook());
    }

    /// Tells the app's own address, which hears all topics, and whoever subscribed through the API.
    void tell(String topic, String event, Instant at, JsonNode body) {
        var bytes = Json.bytes(body);
        postman.send(new Message(own, topic, UUID.randomUUID().toString(), event, at, bytes));
        for (var subscription : subscriptionsTo(topic)) {
            postman.send(new Message(
                    subscription.subscriber(), topic, UUID.randomUUID().toString(), event, at, bytes));
        }
    }

    static String newEvent() {
        return UUID.randomUUID().toString();
    }

    synchronized List<Subscription> subscriptions() {
        return List.copyOf(subscriptions);
    }

    /// @throws IllegalArgumentException if this address hears this topic already
    synchronized Subscription subscribe(String topic, URI uri, Instant at) {
        var taken = uri.equals(account.hook())
                || subscriptions.stream()
                        .anyMatch(known -> known.topic().equals(topic)
                                && known.subscriber().url().equals(uri));
        if (taken || subscriptions.size() >= SUBSCRIPTIONS_MAX) {
            throw new IllegalArgumentException("Address for this topic has already been taken");
        }
        var made = new Subscription(ID_FIRST + subscriptions.size(), topic, subscriber(uri), at);
        subscriptions.add(made);
        return made;
    }

    private synchronized List<Subscription> subscriptionsTo(String topic) {
        var wanted = topic.replace('/', '_').toUpperCase(Locale.ROOT);
        return subscriptions.stream()
                .filter(known -> known.topic().equals(wanted))
                .toList();
    }

    private Subscriber subscriber(URI url) {
        return new Subscriber(
                "shopify",
                url,
                TIMEOUT,
                RetryLadder.shopify(),
                (message, _, _) -> Map.of(
                        "X-Shopify-Topic", message.topic(),
                        "X-Shopify-Hmac-Sha256", Signatures.shopify(account.secret(), message.body()),
                        "X-Shopify-Shop-Domain", account.domain(),
                        "X-Shopify-API-Version", ShopifyAccount.API_VERSION,
                        "X-Shopify-Webhook-Id", message.id(),
                        "X-Shopify-Event-Id", message.eventId(),
                        "X-Shopify-Triggered-At", message.triggeredAt().toString()));
    }

    /// @param topic in capitals, as the API names it
    record Subscription(long id, String topic, Subscriber subscriber, Instant createdAt) {}
}
