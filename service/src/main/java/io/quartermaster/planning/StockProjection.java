package io.quartermaster.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the shelf will look, day by day, if demand turns out as expected.
///
/// ```
/// level(day) = max(0, level(day − 1) + arrivals(day) − demand(day))
/// ```
///
/// What cannot be served is lost, not owed: a shop's customers do not queue. Goods that arrive
/// on a day can be sold on that day.
///
/// @param from the first day
/// @param levels the level at the close of each day
/// @param stockOut the first day whose demand is not served in full; null if there is none in
/// sight
public record StockProjection(
        LocalDate from, List<Double> levels, @Nullable LocalDate stockOut) {

    private static final double NOISE = 1e-9;

    public StockProjection {
        levels = List.copyOf(levels);
    }

    /// Something that comes in.
    public record Arrival(LocalDate day, double units) {

        public Arrival {
            Figures.requireZeroOrMore("units", units);
        }
    }

    /// Projects as many days as there is demand for.
    ///
    /// @param onHand what is there at the start and not promised; below zero counts as an empty shelf
    /// that owes
    /// @param demand expected units per day
    /// @param arrivals in any order; those before `from` are there on the first day
    public static StockProjection of(LocalDate from, double onHand, List<Double> demand, List<Arrival> arrivals) {
        var levels = new ArrayList<Double>(demand.size());
        LocalDate stockOut = null;
        double level = onHand;
        for (int i = 0; i < demand.size(); i++) {
            double left = level + arriving(arrivals, from, i) - demand.get(i);
            if (left < -NOISE && stockOut == null) {
                stockOut = from.plusDays(i);
            }
            level = Math.max(0, left);
            levels.add(level);
        }
        return new StockProjection(from, levels, stockOut);
    }

    private static double arriving(List<Arrival> arrivals, LocalDate from, int day) {
        var date = from.plusDays(day);
        return arrivals.stream()
                .filter(arrival ->
                        arrival.day().equals(date) || (day == 0 && arrival.day().isBefore(from)))
                .mapToDouble(Arrival::units)
                .sum();
    }
}
