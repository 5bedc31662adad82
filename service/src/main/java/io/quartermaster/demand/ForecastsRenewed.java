package io.quartermaster.demand;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.time.LocalDate;
import java.util.List;

/// A business day is over, and these variants have new forecasts: whoever decides on forecasts
/// should look at them again.
///
/// @param today the business day that began
public record ForecastsRenewed(LocationId location, LocalDate today, List<VariantId> variants) {

    public ForecastsRenewed {
        variants = List.copyOf(variants);
    }
}
