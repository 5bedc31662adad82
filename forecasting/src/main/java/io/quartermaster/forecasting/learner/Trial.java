package io.quartermaster.forecasting.learner;

import io.quartermaster.forecasting.DemandClass;
import io.quartermaster.forecasting.panel.Panel;
import java.util.ArrayList;
import java.util.List;

/// What every voice would have said lately, beside what then came: learnt from the past before,
/// and tried on the last one or two horizons.
final class Trial {

    static final int DIRECT = 0;
    static final int RECURSIVE = 1;
    static final int ALONE = 2;
    static final int VOICES = 3;
    private static final int ORIGINS_MAX = 2;
    private static final int PAST_IN_HORIZONS = 4;

    private final List<Seen> seen;

    private Trial(List<Seen> seen) {
        this.seen = seen;
    }

    /// One series, seen from one origin.
    ///
    /// @param said by voice and step; a voice that was not asked is empty
    /// @param ratio variance over mean of a period, as the models alone see it
    /// @param ratios the same by step, as learnt
    /// @param moved how far levels are moved, by step, as learnt
    /// @param planned by step, true where plans differ from what was usual
    record Seen(
            int series,
            DemandClass kind,
            float[][] said,
            float[] came,
            boolean[] planned,
            double ratio,
            float[] ratios,
            float[][] moved) {}

    List<Seen> seen() {
        return seen;
    }

    /// Tries the voices; without enough past there is nothing to see.
    static Trial run(Panel panel, Voices voices, LearnerSettings settings) {
        int horizon = panel.horizon();
        int origins = Math.clamp(panel.periods() / horizon - PAST_IN_HORIZONS, 1, ORIGINS_MAX);
        int first = panel.periods() - origins * horizon;
        var seen = new ArrayList<Seen>();
        if (first < horizon) {
            return new Trial(seen);
        }
        var learner = GlobalLearner.fit(panel, first, settings);
        for (int origin = first; origin < panel.periods(); origin += horizon) {
            var learnt = learner.forecast(origin);
            var alone = Alone.at(learner.surroundings().at(origin), origin, learnt.lifts());
            for (int s = 0; s < panel.series().size(); s++) {
                var series = panel.series().get(s);
                int from = origin - series.first();
                if (from <= 0 || alone.classes()[s] == DemandClass.NONE) {
                    continue;
                }
                var came = new float[horizon];
                var planned = new boolean[horizon];
                for (int h = 0; h < horizon; h++) {
                    came[h] = Math.max(0, series.units()[from + h]); // stays NaN
                    planned[h] = learner.surroundings().isPlanned(s, from, from + h);
                }
                float[][] said = {
                    learnt.direct()[s],
                    learnt.recursive()[s],
                    voices == Voices.LEARNER ? new float[0] : alone.means()[s]
                };
                seen.add(new Seen(
                        s,
                        alone.classes()[s],
                        said,
                        came,
                        planned,
                        alone.ratios()[s],
                        learnt.ratios()[s],
                        learnt.moved()[s]));
            }
        }
        return new Trial(seen);
    }
}
