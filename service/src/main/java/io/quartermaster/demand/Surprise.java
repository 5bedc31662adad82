package io.quartermaster.demand;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.time.LocalDate;

/// A day sold more than its forecast thought possible, before it was over.
///
/// @param sold units sold that day until then
/// @param high units that should have been enough for the whole day
/// @param meanBefore units expected of the next day, as it was
/// @param meanAfter the same, now
record Surprise(
        VariantId variant,
        LocationId location,
        LocalDate day,
        double sold,
        double high,
        double meanBefore,
        double meanAfter,
        Instant at) {}
