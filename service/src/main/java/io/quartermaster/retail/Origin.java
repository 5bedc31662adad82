package io.quartermaster.retail;

import java.time.Instant;

/// Who says so, and when it happened.
///
/// @param source who told us
/// @param sourceKey the teller's own key; a (source, sourceKey) counts once, however often it is
/// sent
/// @param occurredAt when it happened, by the teller's clock (when *we* heard of it is the
/// journal's to say)
public record Origin(ConnectionId source, String sourceKey, Instant occurredAt) {

    private static final int KEY_LENGTH_MAX = 300;

    public Origin {
        if (sourceKey.isBlank() || sourceKey.length() > KEY_LENGTH_MAX) {
            throw new IllegalArgumentException("The source key (%s) must have 1 to %d characters."
                    .formatted(sourceKey.substring(0, Math.min(40, sourceKey.length())), KEY_LENGTH_MAX));
        }
    }
}
