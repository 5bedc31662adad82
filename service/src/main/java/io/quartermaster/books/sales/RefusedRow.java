package io.quartermaster.books.sales;

import io.quartermaster.retail.Money;

/// A line that we did not count, and why.
///
/// @param receipt the sale, or the sale that a return names
/// @param returned whether it came back, so that its quantity and money count the other way
/// @param label the SKU or name as told; may be empty
/// @param quantity as told
/// @param amount the money of the line as told
/// @param reason a refusal's name, or `RETURN_WITHOUT_SALE`
/// @param cursor where to read on after this one
public record RefusedRow(
        String receipt,
        String line,
        boolean returned,
        String label,
        String quantity,
        Money amount,
        String reason,
        String detail,
        String cursor) {}
