package io.quartermaster.sandbox.shopify;

import io.quartermaster.sandbox.web.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import tools.jackson.databind.node.ObjectNode;

/// Shopify's leaky bucket: each query costs points, and the points flow back over real time.
public final class CostThrottle {

    private static final double NANOS = 1e9;

    private final double maximum;
    private final double perSecond;
    private final InstantSource real;
    private double available;
    private Instant asOf;

    /// A full bucket.
    ///
    /// @param perSecond points that come back in a second: 100 for a Standard shop
    public CostThrottle(double maximum, double perSecond, InstantSource real) {
        if (!(maximum > 0) || !(perSecond > 0)) {
            throw new IllegalArgumentException(
                    "The bucket (%s, %s per second) must hold something.".formatted(maximum, perSecond));
        }
        this.maximum = maximum;
        this.perSecond = perSecond;
        this.real = real;
        this.available = maximum;
        this.asOf = real.instant();
    }

    double maximum() {
        return maximum;
    }

    /// Takes the points, if they are there.
    synchronized boolean take(double points) {
        refill();
        if (points > available) {
            return false;
        }
        available -= points;
        return true;
    }

    /// Gives back what a query was charged too much before it ran.
    synchronized void giveBack(double points) {
        available = Math.min(maximum, available + points);
    }

    synchronized ObjectNode status() {
        refill();
        return Json.object()
                .put("maximumAvailable", maximum)
                .put("currentlyAvailable", (long) available)
                .put("restoreRate", perSecond);
    }

    private void refill() {
        var now = real.instant();
        available = Math.min(maximum, available + Duration.between(asOf, now).toNanos() / NANOS * perSecond);
        asOf = now;
    }
}
