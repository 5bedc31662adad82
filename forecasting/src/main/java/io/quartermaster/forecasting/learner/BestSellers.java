package io.quartermaster.forecasting.learner;

import io.quartermaster.forecasting.Reason;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The items that matter: the few series that together make four fifths of what all have sold
/// lately, by value where a price is known, else by units (class A of an ABC analysis).
final class BestSellers {

    private static final double SHARE = 0.8;

    private BestSellers() {}

    /// Marks them.
    ///
    /// @param before the panel's period from which on nothing is looked at
    static boolean[] of(Surroundings surroundings, int before) {
        var sold = sold(surroundings, before);
        double left = SHARE
                * IntStream.range(0, sold.length).mapToDouble(s -> sold[s]).sum();
        var best = new boolean[sold.length];
        var ranked = IntStream.range(0, sold.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer s) -> sold[s]).reversed())
                .toList();
        for (int s : ranked) {
            if (left <= 0) {
                break;
            }
            best[s] = true;
            left -= sold[s];
        }
        return best;
    }

    private static double[] sold(Surroundings surroundings, int before) {
        var panel = surroundings.panel;
        var price = price(surroundings);
        var sold = new double[panel.series().size()];
        for (int s = 0; s < sold.length; s++) {
            var series = panel.series().get(s);
            int to = before - series.first();
            for (int t = Math.max(0, to - surroundings.rhythm.usual()); t < to; t++) {
                double value = Math.max(0, series.units()[t]) * (price == null ? 1 : price.values(s)[t]);
                sold[s] += Double.isNaN(value) ? 0 : value;
            }
        }
        return sold;
    }

    private static @Nullable Plan price(Surroundings surroundings) {
        var known = surroundings.panel.known();
        for (int p = 0; p < known.size(); p++) {
            var name = known.get(p).name();
            if (PlanReasons.of(known.get(p)) == Reason.PRICE && name.contains("price")) {
                return surroundings.plans[p];
            }
        }
        return null;
    }
}
