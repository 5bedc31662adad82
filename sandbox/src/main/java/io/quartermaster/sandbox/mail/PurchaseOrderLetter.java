package io.quartermaster.sandbox.mail;

import java.util.Map;
import java.util.Optional;

/// An order as the supplier's computer reads it.
///
/// @param deliverTo the service's own name of a location
/// @param units ordered units by SKU, more than zero each
public record PurchaseOrderLetter(String number, String supplier, String deliverTo, Map<String, Integer> units) {

    /// The order in a letter.
    ///
    /// @return empty if the letter carries no order, or one that cannot be read
    public static Optional<PurchaseOrderLetter> in(Letter letter) {
        return LetterLines.in(
                letter,
                "purchase_order",
                (body, units) -> new PurchaseOrderLetter(
                        body.path("purchase_order").asString(""),
                        body.path("supplier_id").asString(""),
                        body.path("deliver_to").asString(""),
                        units));
    }
}
