package io.quartermaster.demand;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which variants each location sells, and in which category each is counted.
record Assortment(Map<LocationId, List<VariantId>> variants, Map<VariantId, String> categories) {

    /// The name under which all categories are counted that have no total of their own.
    static final String OTHERS = "*";

    /// What no shop gave a category.
    static final String NO_CATEGORY = "";

    /// However many locations there are, there are about so many totals of a category at a location.
    private static final int TOTALS_MAX = 20_000;

    /// The same with few enough categories: those of most variants, and all others as one.
    Assortment folded(int categoriesMax) {
        int most = Math.clamp(TOTALS_MAX / Math.max(1, variants.size()), 1, categoriesMax);
        var counts = new HashMap<String, Integer>();
        variants.values().forEach(ids -> ids.forEach(id -> counts.merge(category(id), 1, Integer::sum)));
        if (counts.size() <= most) {
            return this;
        }
        Set<String> own = new HashSet<>(counts.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> one) -> -one.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList());
        var folded = HashMap.<VariantId, String>newHashMap(categories.size());
        categories.forEach((id, category) -> folded.put(id, own.contains(category) ? category : OTHERS));
        return new Assortment(variants, folded);
    }

    String category(VariantId id) {
        return categories.getOrDefault(id, NO_CATEGORY);
    }
}
