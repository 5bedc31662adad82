package io.quartermaster.planning;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the proposal's picture shows of one variant: what was sold, what will be, and how the
/// shelf looks with and without the order.
///
/// @param today the first day of the fan and of both projections
/// @param past units sold per day, oldest first; the last is the day before `today`
/// @param fan one a day from `today` on
/// @param arrival the day on which the order is expected; null if nothing is ordered
/// @param ordered units of the order
public record ProjectionPicture(
        LocalDate today,
        List<PastDay> past,
        List<FanDay> fan,
        StockProjection without,
        StockProjection with,
        @Nullable LocalDate arrival,
        double ordered,
        double reorderPoint) {

    public ProjectionPicture {
        past = List.copyOf(past);
        fan = List.copyOf(fan);
    }

    /// @param withoutStock true if the shelf was empty, so that what was sold says little
    public record PastDay(LocalDate day, double units, boolean withoutStock) {}

    /// What a day may sell: each figure is not exceeded with that chance in percent.
    public record FanDay(LocalDate day, double low5, double low25, double middle, double high75, double high95) {}
}
