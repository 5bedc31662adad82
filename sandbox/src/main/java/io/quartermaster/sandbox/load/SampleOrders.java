package io.quartermaster.sandbox.load;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Orders of about one kilobyte, each with a number of its own, as a busy till would send them.
final class SampleOrders {

    private static final int LENGTH = 1_024;

    private final long firstNumber;
    private final int variants;

    /// @param firstNumber the number of the first order; each later one counts up
    /// @param variants how many different articles are sold
    SampleOrders(long firstNumber, int variants) {
        this.firstNumber = firstNumber;
        this.variants = variants;
    }

    byte[] order(int index, Instant at) {
        var number = firstNumber + index;
        var variant = Math.floorMod(number * 2_654_435_761L, variants);
        var body = """
                {"id":%d,"name":"#%d","created_at":"%s","updated_at":"%s","processed_at":"%s","currency":"GBP",\
                "source_name":"pos","location_id":1,"financial_status":"paid","fulfillment_status":"fulfilled",\
                "total_price":"4.50","customer":null,"line_items":[{"id":%d,"variant_id":null,"product_id":null,\
                "sku":"BENCH-%04d","title":"Bench article %d","name":"Bench article %d","quantity":1,"current_quantity":1,\
                "price":"4.50","total_discount":"0.00","gift_card":false,"requires_shipping":true}],"refunds":[],\
                "note":\"""".formatted(number, number, at, at, at, number * 10, variant, variant, variant);
        var filled = body + "x".repeat(Math.max(0, LENGTH - body.length() - 2)) + "\"}";
        return filled.getBytes(StandardCharsets.UTF_8);
    }

    String delivery(int index) {
        return "bench-" + (firstNumber + index);
    }
}
