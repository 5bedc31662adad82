package io.quartermaster.sandbox.retailer;

import io.quartermaster.sandbox.till.Buyer;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Somebody comes and wants something, whether it is there or not.
///
/// @param wanted units by SKU
record Visit(
        Instant at, Map<String, Integer> wanted, @Nullable Buyer buyer) {

    Visit {
        wanted = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(wanted));
    }
}
