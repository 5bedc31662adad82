package io.quartermaster.books.purchasing;

import java.math.BigDecimal;

/// How long a supplier really takes: from the order sent to the last of its goods on the shelf.
///
/// @param count how many orders were measured; all else is zero if none was
/// @param deviationDays how far orders differ (sample standard deviation); zero below two orders
public record LeadTimes(int count, BigDecimal meanDays, BigDecimal deviationDays) {

    public static final LeadTimes NONE = new LeadTimes(0, BigDecimal.ZERO, BigDecimal.ZERO);
}
