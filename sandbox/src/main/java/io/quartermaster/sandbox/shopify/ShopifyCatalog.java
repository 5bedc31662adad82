package io.quartermaster.sandbox.shopify;

import io.quartermaster.sandbox.till.Article;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the shop sells, by SKU and by each of Shopify's ids.
final class ShopifyCatalog {

    private static final long PRODUCT_ID_FIRST = 8_100_000_000_001L;
    private static final long VARIANT_ID_FIRST = 44_700_000_000_001L;
    private static final long ITEM_ID_FIRST = 271_878_346_596_884_001L;

    private final Map<String, ShopifyItem> bySku = new LinkedHashMap<>();
    private final Map<String, Long> products = new LinkedHashMap<>();

    ShopifyItem add(Article article, Instant at) {
        var product = products.computeIfAbsent(article.product(), _ -> PRODUCT_ID_FIRST + products.size());
        var position = ofProduct(product).size() + 1;
        var item = new ShopifyItem(
                article, product, VARIANT_ID_FIRST + bySku.size(), ITEM_ID_FIRST + bySku.size(), position, at);
        bySku.put(article.sku(), item);
        return item;
    }

    List<ShopifyItem> all() {
        return new ArrayList<>(bySku.values());
    }

    List<Long> products() {
        return new ArrayList<>(products.values());
    }

    List<ShopifyItem> ofProduct(long productId) {
        return bySku.values().stream()
                .filter(item -> item.productId() == productId)
                .toList();
    }

    ShopifyItem bySku(String sku) {
        var item = bySku.get(sku);
        if (item == null) {
            throw new IllegalArgumentException("Shopify has no variant with the SKU %s.".formatted(sku));
        }
        return item;
    }

    Optional<ShopifyItem> byVariant(long variantId) {
        return bySku.values().stream()
                .filter(item -> item.variantId() == variantId)
                .findFirst();
    }

    Optional<ShopifyItem> byItem(long itemId) {
        return bySku.values().stream().filter(item -> item.itemId() == itemId).findFirst();
    }
}
