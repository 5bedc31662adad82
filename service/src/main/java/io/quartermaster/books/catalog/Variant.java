package io.quartermaster.books.catalog;

import io.quartermaster.retail.Gtin;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.Sku;
import io.quartermaster.retail.VariantId;
import org.jspecify.annotations.Nullable;

/// One thing that is stocked and counted, as the shops list it now.
///
/// @param sku what people call it; its first name in a system if it was never given a label
/// @param name as told last; may be empty
/// @param category as told; empty if none
/// @param vendor as told; empty if none
/// @param price its usual price, if told
/// @param active whether a shop still offers it
/// @param provisional named by a sale or a report, and listed by no shop yet
public record Variant(
        VariantId id,
        Sku sku,
        String name,
        @Nullable Gtin gtin,
        String category,
        String vendor,
        @Nullable Money price,
        boolean active,
        boolean provisional) {}
