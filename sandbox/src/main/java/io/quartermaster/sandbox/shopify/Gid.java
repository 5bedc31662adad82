package io.quartermaster.sandbox.shopify;

/// Shopify's global ids: `gid://shopify/Order/5900000000001`.
final class Gid {

    private static final String PREFIX = "gid://shopify/";

    private Gid() {}

    static String of(String type, long id) {
        return PREFIX + type + "/" + id;
    }

    /// A level has no number of its own: it is a location's and an item's.
    static String ofLevel(long location, long item) {
        return of("InventoryLevel", location) + "?inventory_item_id=" + item;
    }

    /// The number in a global id of this type, or -1 if it is none.
    static long number(String type, String gid) {
        var start = PREFIX + type + "/";
        if (!gid.startsWith(start)) {
            return -1;
        }
        try {
            return Long.parseLong(gid.substring(start.length()));
        } catch (NumberFormatException _) {
            return -1;
        }
    }
}
