package io.quartermaster.retail;

/// One of the names by which an outside system calls a variant: a SKU, a barcode, or a number of
/// its own. The catalog knows which variant is meant.
///
/// The text begins with what kind of name it is: `sku:A123-BLUE`, `gtin:4006381333931`,
/// `shopify-main:inventory-item:808950810`.
public record ItemRef(String value) implements Id {

    public ItemRef {
        value = Id.require("item reference", value);
    }

    /// A SKU means the same in every system of one retailer.
    public static ItemRef sku(Sku sku) {
        return new ItemRef("sku:" + sku.normalised());
    }

    public static ItemRef gtin(Gtin gtin) {
        return new ItemRef("gtin:" + gtin.value());
    }

    /// A number that only one connection understands.
    ///
    /// @param kind what the number numbers, in that system's words: `variant`, `catalog-object`
    public static ItemRef own(ConnectionId connection, String kind, String number) {
        return new ItemRef("%s:%s:%s".formatted(connection.value(), kind, number));
    }

    public boolean isSku() {
        return value.startsWith("sku:");
    }

    @Override
    public String toString() {
        return value;
    }
}
