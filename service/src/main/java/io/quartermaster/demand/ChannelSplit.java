package io.quartermaster.demand;

import io.quartermaster.forecasting.Hierarchy;
import io.quartermaster.forecasting.Reconciliation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Says how much of what each location will sell is sold at the till, on the web and on
/// marketplaces.
///
/// What a location sells is known: the sum of its variants' forecasts, by which goods are
/// ordered. Each channel of each location has a forecast of its own, and so has each channel of
/// the whole chain. Of all cuts of the known sums this is the one closest to these forecasts,
/// each distance counted in its own uncertainty:
///
/// ```
/// least Σ (x − x̂)² / v + Σ (Σ x − ŷ)² / V   with   Σ x = the location's sum   and   x ≥ 0
/// ```
///
/// which is weighted least squares reconciliation with the bottom-up sums held; see
/// [Reconciliation] for its sources.
final class ChannelSplit {

    /// What is held varies so little beside what gives way; beyond that, rounding makes it exact.
    private static final double HELD = 1e-4;

    private static final double VARIANCE_LEAST = 1e-4;

    private final List<Cell> cells;
    private final Hierarchy hierarchy;
    private final Map<String, Integer> totals = new HashMap<>();
    private final Map<String, List<Integer>> cellsOf = new HashMap<>();

    ChannelSplit(List<Cell> cells) {
        this.cells = List.copyOf(cells);
        this.hierarchy = Hierarchy.of(
                this.cells, List.<Function<Cell, String>>of(cell -> at(cell.location), cell -> by(cell.channel)));
        hierarchy.totals().forEach(name -> totals.put(name, totals.size()));
        for (int i = 0; i < cells.size(); i++) {
            cellsOf.computeIfAbsent(cells.get(i).location, _ -> new ArrayList<>())
                    .add(i);
        }
    }

    /// A channel of a location.
    record Cell(String location, String channel) {}

    /// What a forecast says of one day.
    record Opinion(double mean, double variance) {

        /// The same, were all together to sell not `all` but `whole`.
        Opinion scaled(double all, double whole) {
            double factor = all > 0 && whole > 0 ? whole / all : 1;
            return new Opinion(factor * mean, factor * factor * variance);
        }
    }

    /// Cuts one day.
    ///
    /// @param own of each cell, in their order
    /// @param channels of the chain's channels; who has none is not asked
    /// @param held what each location sells, in ten-thousandths
    /// @return each cell's part, in ten-thousandths; those of a location add up to what is held
    long[] split(List<Opinion> own, Map<String, Opinion> channels, Map<String, Long> held) {
        var variances = own.stream()
                .mapToDouble(one -> Math.max(VARIANCE_LEAST, one.variance))
                .toArray();
        var wholes = new double[totals.size()];
        var wholeVariances = new double[totals.size()];
        Arrays.fill(wholeVariances, Double.MAX_VALUE);
        channels.forEach((channel, opinion) -> {
            var t = totals.get(by(channel));
            if (t != null) {
                wholes[t] = opinion.mean;
                wholeVariances[t] = Math.max(VARIANCE_LEAST, opinion.variance);
            }
        });
        cellsOf.forEach((location, here) -> {
            int t = totals.getOrDefault(at(location), 0);
            wholes[t] = TenThousandths.units(held.getOrDefault(location, 0L));
            wholeVariances[t] =
                    HELD * here.stream().mapToDouble(i -> variances[i]).min().orElse(VARIANCE_LEAST);
        });
        var means = own.stream().mapToDouble(Opinion::mean).toArray();
        return exact(new Reconciliation(hierarchy, variances, wholeVariances).reconcile(means, wholes), held);
    }

    private long[] exact(double[] agreed, Map<String, Long> held) {
        var parts = new long[agreed.length];
        cellsOf.forEach((location, here) -> {
            var shares = here.stream().mapToDouble(i -> agreed[i]).toArray();
            var cut = TenThousandths.cut(held.getOrDefault(location, 0L), shares);
            for (int i = 0; i < here.size(); i++) {
                parts[here.get(i)] = cut[i];
            }
        });
        return parts;
    }

    private static String at(String location) {
        return "location: " + location;
    }

    private static String by(String channel) {
        return "channel: " + channel;
    }
}
