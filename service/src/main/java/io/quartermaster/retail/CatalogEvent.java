package io.quartermaster.retail;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What the retailer sells, and where.
public sealed interface CatalogEvent extends RetailEvent {

    /// A variant as an outside system lists it now; the listing with the greatest `asOf` of one
    /// connection is the truth.
    ///
    /// @param item all its names there, its SKU among them if it has one
    /// @param gtin its barcode, if it has one
    /// @param category as told; empty if none
    /// @param vendor as told; empty if none
    /// @param price its usual price, if told
    record VariantListed(
            Origin origin,
            Instant asOf,
            Item item,
            @Nullable Gtin gtin,
            String category,
            String vendor,
            @Nullable Money price,
            boolean active)
            implements CatalogEvent {}

    /// Two names turned out to mean one variant: all that was booked for `from` belongs to `into`.
    record VariantsMerged(Origin origin, VariantId from, VariantId into, UserId by) implements CatalogEvent {}

    /// A location as it is now.
    ///
    /// @param dayStart when its business day begins, by its own clock
    /// @param email where its manager reads; null if unknown
    record LocationListed(
            Origin origin,
            LocationId location,
            String name,
            ZoneId zone,
            LocalTime dayStart,
            @Nullable String email) implements CatalogEvent {}
}
