package io.quartermaster.demand;

import io.quartermaster.retail.LocationId;
import java.time.LocalDate;

/// What was expected of one class of demand on one day, and what came.
///
/// @param demandClass SMOOTH, ERRATIC, INTERMITTENT, LUMPY or NONE
/// @param forecasts how many variants' forecasts were held against what they sold
/// @param expected units, the sum of the means
/// @param sold units; days without stock are left out on both sides
/// @param absoluteError units, summed variant by variant
/// @param covered how many sold no more than their 95 % quantile
record Outcome(
        LocationId location,
        LocalDate day,
        String demandClass,
        int forecasts,
        double expected,
        double sold,
        double absoluteError,
        int covered) {

    Outcome plus(Outcome other) {
        return new Outcome(
                location,
                day,
                demandClass,
                forecasts + other.forecasts,
                expected + other.expected,
                sold + other.sold,
                absoluteError + other.absoluteError,
                covered + other.covered);
    }
}
