package io.quartermaster.sandbox.till;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One receipt, or one web order.
///
/// @param buyer null if the customer paid and went, as most do
public record Sale(
        String place,
        Instant at,
        Channel channel,
        List<Line> lines,
        @Nullable Buyer buyer) {

    public Sale {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("A sale at %s has no lines.".formatted(place));
        }
    }

    public enum Channel {
        SHOP,
        WEB
    }

    /// So many of one article.
    ///
    /// @param unitPrice with tax and before discount, in minor units
    /// @param discount taken off the whole line, in minor units
    public record Line(String sku, int quantity, int unitPrice, int discount) {

        public Line {
            if (quantity <= 0) {
                throw new IllegalArgumentException(
                        "The quantity (%d) of %s must be positive.".formatted(quantity, sku));
            }
        }

        public int total() {
            return quantity * unitPrice - discount;
        }
    }
}
