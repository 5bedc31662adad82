package io.quartermaster.forecasting.learner;

import io.quartermaster.forecasting.Explanation;
import io.quartermaster.forecasting.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/// Takes apart what the trees expect of one series: its level, times what trees say of any, is
/// the base; how far the splits on a feature move the logarithm counts for what the feature is
/// about.
final class TreeReasons {

    private final GlobalLearner learner;
    private final int origin;

    /// @param origin the panel's first period that is not known
    TreeReasons(GlobalLearner learner, int origin) {
        this.learner = learner;
        this.origin = origin;
    }

    /// Step by step up to `steps` ahead; empty if the series never sold anything.
    ///
    /// @param stepwise whether the recursive trees are asked, or the direct ones
    List<Explanation> explain(int series, int steps, boolean stepwise) {
        var seen = learner.surroundings().at(origin);
        var own = seen.panel.series().get(series);
        int from = origin - own.first();
        var explanations = new ArrayList<Explanation>();
        if (from <= 0) {
            return explanations;
        }
        var past = new SeriesPast(own.units(), from, steps, seen.rhythm.season());
        if (past.firstSale() == Integer.MAX_VALUE) {
            return explanations;
        }
        var features = new Features(seen);
        var booster = learner.booster(stepwise);
        for (int h = 0; h < steps; h++) {
            features.fill(series, past, stepwise ? from + h : from, from + h);
            explanations.add(explain(features, booster));
            if (stepwise) {
                past.add((float) explanations.getLast().mean());
            }
        }
        return explanations;
    }

    private static Explanation explain(Features features, Booster booster) {
        var bins = new byte[features.row().length];
        booster.borders().bin(features.row(), bins);
        var moved = new double[bins.length];
        double any = booster.explain(bins, moved);
        var logarithms = new EnumMap<Reason, Double>(Reason.class);
        logarithms.put(Reason.WEEKDAY, features.start() - Math.log(features.usual()));
        for (int f = 0; f < moved.length; f++) {
            if (moved[f] != 0) {
                logarithms.merge(features.about()[f], moved[f], Double::sum);
            }
        }
        var factors = new EnumMap<Reason, Double>(Reason.class);
        logarithms.forEach((reason, moves) -> factors.put(reason, Math.exp(moves)));
        return Explanation.ofFactors(features.usual() * Math.exp(any), factors);
    }
}
