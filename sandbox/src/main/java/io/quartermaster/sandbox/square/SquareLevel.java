package io.quartermaster.sandbox.square;

import io.quartermaster.sandbox.till.Place;
import java.time.Instant;

/// How many of a variation are in stock at a place. It may be negative: a till sells what the
/// count says is not there.
final class SquareLevel {

    private final SquareItem item;
    private final Place place;
    private int inStock;
    private int waste;
    private Instant calculatedAt;

    SquareLevel(SquareItem item, Place place, Instant at) {
        this.item = item;
        this.place = place;
        this.calculatedAt = at;
    }

    SquareItem item() {
        return item;
    }

    Place place() {
        return place;
    }

    int inStock() {
        return inStock;
    }

    int waste() {
        return waste;
    }

    Instant calculatedAt() {
        return calculatedAt;
    }

    void change(int change, Instant at) {
        inStock += change;
        calculatedAt = at;
    }

    void changeWaste(int change, Instant at) {
        waste += change;
        calculatedAt = at;
    }
}
