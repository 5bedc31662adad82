package io.quartermaster.sandbox.shopify;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// One transfer at the stand-in. Its one shipment leaves when the transfer is made.
///
/// @param facts what does not change of it, by Shopify's names
record ShopifyTransfer(long number, Map<String, Object> facts, int quantity, Instant leaves, Instant arrives) {

    /// As it stands at a time.
    Map<String, Object> at(Instant now) {
        var here = !now.isBefore(arrives);
        var shown = new LinkedHashMap<>(facts);
        shown.put("status", here ? "TRANSFERRED" : "IN_PROGRESS");
        shown.put("receivedQuantity", here ? quantity : 0);
        return shown;
    }

    /// As the answer shows it that made it.
    Map<String, Object> made() {
        var shown = new LinkedHashMap<>(facts);
        shown.put("status", "READY_TO_SHIP");
        shown.put("receivedQuantity", 0);
        return shown;
    }

    Map<String, Object> shipment(Instant now) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("id", Gid.of("InventoryShipment", number));
        shown.put("name", facts.get("name") + "-1");
        shown.put("dateCreated", leaves.toString());
        shown.put("dateShipped", leaves.toString());
        if (!now.isBefore(arrives)) {
            shown.put("dateReceived", arrives.toString());
        }
        return shown;
    }
}
