package io.quartermaster.forecasting.learner;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Frees what was sold of what plans did to it, so that models that know no plans can read it: a
/// leaflet's week counts for a usual week, and what they expect is then lifted by what is planned.
///
/// ```
/// usual units = units / lift,   the lift as the series' groups knew it before that period
/// ```
///
/// Periods in which plans leave hardly anything to sell (a shop that is closed at Christmas) say
/// nothing of a usual one, and are left out.
///
/// Source: promotion-adjusted baselines, R. C. Blattberg, S. A. Neslin, "Sales Promotion: Concepts,
/// Methods, and Strategies", Prentice-Hall 1990, chapter 13. Not safe for several threads.
final class PlanLifts {

    private static final double LIFT_LEAST = 0.1;
    private static final double LIFT_MOST = 20;

    private final Surroundings surroundings;
    private final double[] steps;
    private final Map<Long, Known> known = new HashMap<>();

    /// A lift, and up to which period it was learnt.
    private record Known(int before, double lift) {}

    PlanLifts(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.steps = new double[surroundings.plans.length];
    }

    /// The units of a series' first `known` periods, as if nothing had been planned; `NaN` where
    /// nobody knows. Of very long histories only the part that models read.
    float[] freed(int series, int known) {
        var own = surroundings.panel.series().get(series);
        float[] units = Arrays.copyOf(own.units(), known);
        if (surroundings.groups.length == 0) {
            return units;
        }
        this.known.clear();
        var past = new SeriesPast(own.units(), known, 0, surroundings.rhythm.season());
        var off = new float[steps.length][];
        for (int p = 0; p < off.length; p++) {
            off[p] = surroundings.plans[p].off(series, known, surroundings.rhythm.usual());
        }
        int oldest = known - surroundings.panel.frequency().memory();
        for (int t = Math.max(oldest, past.firstSale()); t < known; t++) {
            for (int p = 0; p < steps.length; p++) {
                steps[p] = surroundings.plans[p].step(off[p][t]);
            }
            double lift = lift(series, past, t);
            units[t] = lift < LIFT_LEAST ? Float.NaN : (float) (units[t] / Math.min(lift, LIFT_MOST));
        }
        return units;
    }

    /// What like plans did to the series' groups before a period. A lift is good for a while: to learn
    /// each anew for every period would take longer than all models together.
    private double lift(int series, SeriesPast past, int period) {
        if (Plan.isUsual(steps)) {
            return 1;
        }
        long key = Plan.key(steps);
        var last = known.get(key);
        if (last == null || period - last.before() >= surroundings.rhythm.recent()) {
            last = new Known(period, learn(series, past, period));
            known.put(key, last);
        }
        return last.lift();
    }

    private double learn(int series, SeriesPast past, int period) {
        int before = Math.min(surroundings.panel.series().get(series).first() + period, surroundings.seenTo);
        double level = past.level(period, surroundings.rhythm.recent());
        double lift = 1;
        for (var group : surroundings.groups) {
            lift = group.lift(series, steps, before, level, lift);
        }
        return lift;
    }
}
