package io.quartermaster.sandbox.shopify;

import io.quartermaster.sandbox.till.Place;
import java.time.Instant;
import java.util.List;

/// The stock of one item at one place, in Shopify's states.
final class ShopifyLevel {

    static final List<String> NAMES = List.of(
            "available", "on_hand", "committed", "incoming", "reserved", "damaged", "safety_stock", "quality_control");

    private final ShopifyItem item;
    private final Place place;
    private final Instant createdAt;
    private int available;
    private int committed;
    private int incoming;
    private Instant updatedAt;
    private Instant availableAt;

    ShopifyLevel(ShopifyItem item, Place place, Instant createdAt) {
        this.item = item;
        this.place = place;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.availableAt = createdAt;
    }

    ShopifyItem item() {
        return item;
    }

    Place place() {
        return place;
    }

    long locationId() {
        return Long.parseLong(place.platformId());
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    /// When what is available was last changed: a webhook tells only that.
    Instant availableAt() {
        return availableAt;
    }

    int available() {
        return available;
    }

    int quantity(String name) {
        return switch (name) {
            case "available" -> available;
            case "on_hand" -> available + committed;
            case "committed" -> committed;
            case "incoming" -> incoming;
            default -> 0; // states that this shop does not use
        };
    }

    void changeAvailable(int change, Instant at) {
        available += change;
        availableAt = at;
        updatedAt = at;
    }

    void changeCommitted(int change, Instant at) {
        committed += change;
        updatedAt = at;
    }

    void changeIncoming(int change, Instant at) {
        incoming += change;
        updatedAt = at;
    }
}
