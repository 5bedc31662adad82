package io.quartermaster.intake;

/// Messages as platforms send them, for tests that change the one thing they are about.
final class Messages {

    private Messages() {}

    /// A till's order of two T-shirts for 19.98.
    static String order(long id, String updatedAt) {
        return """
                {"id":%d,"currency":"GBP","source_name":"pos","location_id":77,
                 "created_at":"2024-01-15T14:30:00Z","updated_at":"%s","subtotal_price":"19.98",
                 "email":"","customer":null,
                 "line_items":[{"id":1,"sku":"A123-BLUE","variant_id":9,"name":"T-shirt","quantity":2,
                                "price":"9.99","discount_allocations":[]}],"refunds":[]}""".formatted(id, updatedAt);
    }

    static String order(long id) {
        return order(id, "2024-01-15T14:30:00Z");
    }
}
