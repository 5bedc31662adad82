package io.quartermaster.retail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A variant as an outside system speaks of it: all the names it gave.
///
/// @param refs at least one, the most telling first
/// @param sku the retailer's label exactly as told; null when the teller gave none
/// @param name what stands on the receipt; may be empty
public record Item(List<ItemRef> refs, @Nullable Sku sku, String name) {

    private static final int NAME_LENGTH_MAX = 300;

    public Item {
        refs = List.copyOf(refs);
        if (refs.isEmpty()) {
            throw new IllegalArgumentException("The item (%s) has neither a SKU nor a number.".formatted(name));
        }
        name = name.strip();
        name = name.length() > NAME_LENGTH_MAX ? name.substring(0, NAME_LENGTH_MAX) : name;
    }

    public static Item ofSku(Sku sku, String name) {
        return new Item(List.of(ItemRef.sku(sku)), sku, name);
    }

    /// What to call it towards a person who knows labels: the SKU, else its first reference.
    public String label() {
        return sku == null ? refs.getFirst().value() : sku.value();
    }
}
