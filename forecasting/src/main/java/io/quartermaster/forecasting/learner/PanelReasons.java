package io.quartermaster.forecasting.learner;

import io.quartermaster.forecasting.Explanation;
import io.quartermaster.forecasting.Explanation.Voice;
import io.quartermaster.forecasting.Reason;
import io.quartermaster.forecasting.panel.Panel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/// Takes apart what all voices together expect: each voice by itself, then all by their shares.
///
/// ```
/// base = Σ share · base,   units = Σ share · units
/// ```
final class PanelReasons {

    private static final List<String> NAMES = List.of("trees, direct", "trees, step by step", "models alone");
    private static final double FLOAT_NEARLY = 1e-4;

    private final Panel panel;
    private final GlobalLearner learner;
    private final Blend blend;
    private final float[][] lifts;
    private final Reason lifted;

    /// @param lifts by series and step, what plans do to what the models alone expect
    PanelReasons(Panel panel, GlobalLearner learner, Blend blend, float[][] lifts) {
        this.panel = panel;
        this.learner = learner;
        this.blend = blend;
        this.lifts = lifts;
        this.lifted =
                PlanReasons.together(panel.known().stream().map(PlanReasons::of).toList());
    }

    /// What some steps of a series are made of together.
    ///
    /// @param means what was forecast, by step
    Explanation explain(int series, int first, int steps, float[] means) {
        int reach = first + steps;
        var trees = new TreeReasons(learner, panel.periods());
        var alone = Alone.forecast(learner.surroundings(), panel.periods(), series);
        var direct = trees.explain(series, reach, false);
        var recursive = trees.explain(series, reach, true);
        var nothing = Explanation.ofFactors(0, new EnumMap<>(Reason.class));
        int from = panel.series().get(series).units().length;
        var parts = new ArrayList<Explanation>();
        for (int h = first; h < reach; h++) {
            boolean planned = learner.surroundings().isPlanned(series, from, from + h);
            var said = List.of(
                    direct.isEmpty() ? nothing : direct.get(h),
                    recursive.isEmpty() ? nothing : recursive.get(h),
                    lifted(alone.explanation(h, 1), lifts[series][h]));
            parts.add(matching(together(said, planned), means[h]));
        }
        return parts.stream().reduce(Explanation::plus).orElse(nothing);
    }

    private Explanation lifted(Explanation alone, float lift) {
        return lift == 1 ? alone : alone.times(lifted, lift);
    }

    private Explanation together(List<Explanation> said, boolean planned) {
        double base = 0;
        double mean = 0;
        var units = new EnumMap<Reason, Double>(Reason.class);
        var voices = new ArrayList<Voice>();
        for (int v = 0; v < said.size(); v++) {
            double share = blend.share(v, planned);
            if (share > 0) {
                base += share * said.get(v).base();
                mean += share * said.get(v).mean();
                said.get(v).units().forEach((reason, moved) -> units.merge(reason, share * moved, Double::sum));
                voices.add(new Voice(NAMES.get(v), share, said.get(v).mean()));
            }
        }
        return Explanation.ofUnits(1, base, mean, units).saidBy(voices);
    }

    /// The same for exactly the mean that was forecast: forecasts of a panel are rounded to floats.
    static Explanation matching(Explanation explanation, float mean) {
        if (explanation.mean() <= 0) {
            return explanation;
        }
        double ratio = mean / explanation.mean();
        if (Math.abs(ratio - 1) > FLOAT_NEARLY) {
            throw new IllegalStateException(
                    "The reasons add up to %s units, but %s were forecast.".formatted(explanation.mean(), mean));
        }
        var units = explanation.units();
        units.replaceAll((_, moved) -> moved * ratio);
        return Explanation.ofUnits(explanation.periods(), explanation.base() * ratio, mean, units)
                .saidBy(explanation.voices());
    }
}
