package io.quartermaster.sandbox.retailer;

import java.math.BigDecimal;

/// Who delivers to the shops.
///
/// @param leadTimeDays from order to goods, on average
/// @param approved whether the retailer has approved them yet
public record Supplier(
        String id,
        String name,
        String email,
        double leadTimeDays,
        double leadTimeDeviationDays,
        BigDecimal minimumOrderValue,
        int reviewPeriodDays,
        boolean approved) {}
