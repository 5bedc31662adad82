package io.quartermaster.books.sales;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one hour of one location's business day goes, beside the same hour of the same weekday
/// before.
///
/// @param hour by the location's clock, 0 to 23
/// @param revenue one amount a currency
/// @param usualSales sales in this hour, the mean of up to four such weekdays; null if none is
/// known
public record HourPulse(
        LocationId location,
        int hour,
        long sales,
        List<Money> revenue,
        @Nullable BigDecimal usualSales) {

    public HourPulse {
        revenue = List.copyOf(revenue);
    }
}
