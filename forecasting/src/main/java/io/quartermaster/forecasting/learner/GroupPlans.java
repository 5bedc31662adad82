package io.quartermaster.forecasting.learner;

import java.util.Arrays;

/// What plans have done to all series of a group (the same article in other shops, the same
/// category), and how much of the group is planned for at once.
///
/// Periods whose plans differ from the usual lie in cells of like periods; a cell knows how
/// much was sold in it, and how much the series would have sold without plans:
///
/// ```
/// lift = (Σ likeness · units + k · level · foretold) / (Σ likeness · usual + k · level)
/// ```
///
/// over the group's cells before the origin. So one shop's first leaflet is foretold by what the
/// leaflet did elsewhere. Safe for many threads.
final class GroupPlans {

    private static final double NARROWNESS = 2;
    private static final double UNLIKE = 6;
    private static final double PERIODS_LEANING = 3;

    private final Plan[] plans;
    private final int[] codes;
    private final Cell[][] cells;
    private final float[][][] means;

    /// Alike periods of a group.
    ///
    /// @param steps how far from the usual its plans are
    /// @param periods of the panel, ascending, each once
    /// @param units sold up to and with that period, as a sum
    /// @param usual what the series usually sell, likewise
    record Cell(double[] steps, int[] periods, double[] units, double[] usual) {}

    /// Puts together what [GroupReader] has read.
    ///
    /// @param codes the group of each series
    /// @param cells by group
    /// @param means by group, plan and panel period: how far the group is from its usual
    GroupPlans(Plan[] plans, int[] codes, Cell[][] cells, float[][][] means) {
        this.plans = plans;
        this.codes = codes;
        this.cells = cells;
        this.means = means;
    }

    /// How much more than usual the group sold when such things were planned.
    ///
    /// @param steps how far from the usual the series' plans are, see [Plan#step]
    /// @param before a period of the panel; nothing from then on is looked at
    /// @param level what the series usually sells
    /// @param foretold what is expected where the group's past says nothing
    double lift(int series, double[] steps, int before, double level, double foretold) {
        if (Plan.isUsual(steps)) {
            return 1;
        }
        double units = 0;
        double usual = 0;
        for (var cell : cells[codes[series]]) {
            double unlike = unlike(steps, cell.steps());
            int at = unlike < UNLIKE ? Arrays.binarySearch(cell.periods(), before) : 0;
            int last = (at < 0 ? -at - 1 : at) - 1;
            if (last >= 0) {
                double likeness = Math.exp(-unlike);
                units += likeness * cell.units()[last];
                usual += likeness * cell.usual()[last];
            }
        }
        double leaning = PERIODS_LEANING * level;
        return (units + leaning * foretold) / (usual + leaning);
    }

    /// Another amount is more or less alike; another word is another thing.
    private double unlike(double[] one, double[] other) {
        double sum = 0;
        for (int p = 0; p < one.length; p++) {
            double off = Math.abs(one[p] - other[p]);
            sum += plans[p].isCoded() && off > 0 ? UNLIKE : NARROWNESS * off;
        }
        return sum;
    }

    /// How far the group's amounts of a plan are from the usual in a panel's period.
    float mean(int series, int plan, int period) {
        return means[codes[series]][plan][period];
    }
}
