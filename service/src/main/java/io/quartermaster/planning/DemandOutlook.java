package io.quartermaster.planning;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/// What may be asked for over a stretch of days taken together: the mean, and how much covers it
/// with which chance.
///
/// The quantiles are kept as plain points, so that a decision can be made again years later
/// without the model that made the forecast. Between two points they run straight; beyond the
/// ends they stay.
///
/// @param days how long the stretch is
/// @param mean units expected
/// @param points chance and units, at least one; sorted by chance, and never falling
public record DemandOutlook(int days, double mean, List<Point> points) {

    /// The chances at which a forecast is usually asked.
    public static final List<Double> CHANCES = List.of(
            0.05, 0.25, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.925, 0.95, 0.96, 0.97, 0.975, 0.98, 0.985, 0.99, 0.995,
            0.999);

    private static final int DAYS_MAX = 2_000;

    /// @throws IllegalArgumentException if a figure is negative or not a number, or quantiles fall
    public DemandOutlook {
        if (days < 1 || days > DAYS_MAX) {
            throw new IllegalArgumentException("The days (%d) must be 1 to %d.".formatted(days, DAYS_MAX));
        }
        Figures.requireZeroOrMore("mean", mean);
        points = points.stream()
                .sorted(Comparator.comparingDouble(Point::chance))
                .toList();
        if (points.isEmpty()) {
            throw new IllegalArgumentException("The points ([]) must be at least one.");
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).units() < points.get(i - 1).units()) {
                throw new IllegalArgumentException("The points (%s) fall.".formatted(points));
            }
        }
    }

    /// One quantile.
    ///
    /// @param chance that no more than `units` are asked for
    public record Point(double chance, double units) {

        public Point {
            Figures.requireChance("chance", chance);
            Figures.requireZeroOrMore("units", units);
        }
    }

    /// Asks a forecast at the usual chances, and at one more.
    ///
    /// @param also the chance at which the reorder point will be asked for, so that it is exact there
    public static DemandOutlook of(int days, double mean, DoubleUnaryOperator quantile, double also) {
        return new DemandOutlook(
                days,
                mean,
                DoubleStream.concat(CHANCES.stream().mapToDouble(Double::doubleValue), DoubleStream.of(also))
                        .distinct()
                        .sorted()
                        .mapToObj(chance -> new Point(chance, quantile.applyAsDouble(chance)))
                        .toList());
    }

    /// Units expected on an average day of the stretch.
    public double daily() {
        return mean / days;
    }

    /// So many units cover the demand with chance `chance`.
    public double quantile(double chance) {
        Figures.requireChance("chance", chance);
        var before = points.getFirst();
        for (var point : points) {
            if (point.chance() >= chance) {
                return between(before, point, chance);
            }
            before = point;
        }
        return before.units();
    }

    /// How many units we expect to fall short if we hold `units`.
    ///
    /// ```
    /// shortage = ∫ max(0, quantile(p) − units) dp,  p from 0 to 1
    /// ```
    public double shortage(double units) {
        double sum = 0;
        var before = points.getFirst();
        for (var point : points) {
            sum += (point.chance() - before.chance()) * (over(before, units) + over(point, units)) / 2;
            before = point;
        }
        return sum + (1 - before.chance()) * over(before, units);
    }

    /// For a person to read.
    public String describe() {
        return String.format(
                Locale.ROOT, "%.1f in %d days, at most %.1f with 95 %% chance", mean, days, quantile(0.95));
    }

    /// The same stretch with all demand `factor` times as much.
    public DemandOutlook times(double factor) {
        Figures.requireZeroOrMore("factor", factor);
        return new DemandOutlook(
                days,
                mean * factor,
                points.stream()
                        .map(point -> new Point(point.chance(), point.units() * factor))
                        .toList());
    }

    private static double over(Point point, double units) {
        return Math.max(0, point.units() - units);
    }

    private static double between(Point low, Point high, double chance) {
        double span = high.chance() - low.chance();
        if (span <= 0 || chance >= high.chance()) {
            return high.units();
        }
        double share = Math.max(0, (chance - low.chance()) / span);
        return low.units() + share * (high.units() - low.units());
    }
}
