package io.quartermaster.sandbox.shopify;

import io.quartermaster.sandbox.till.Article;
import java.time.Instant;

/// A variant with the ids that Shopify gave it.
///
/// @param itemId of its inventory item, larger than a floating-point number can hold, as in life
/// @param position among its product's variants, from one
record ShopifyItem(Article article, long productId, long variantId, long itemId, int position, Instant createdAt) {

    String handle() {
        return article.product()
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
