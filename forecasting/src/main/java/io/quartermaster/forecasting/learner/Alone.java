package io.quartermaster.forecasting.learner;

import io.quartermaster.forecasting.DemandClass;
import io.quartermaster.forecasting.Forecast;
import io.quartermaster.forecasting.Forecaster;
import io.quartermaster.forecasting.panel.PanelSeries;
import java.util.stream.IntStream;

/// What the models that look at each series alone expect, seen from some period. They read what was
/// sold freed of plans, and are lifted by what is planned.
///
/// @param means by series and step
/// @param ratios variance over mean of a period's demand, by series
record Alone(float[][] means, double[] ratios, DemandClass[] classes) {

    /// Forecasts each series.
    ///
    /// @param surroundings that know no more than the panel's periods before `origin`
    /// @param lifts by series and step, see [Features#lift]
    static Alone at(Surroundings surroundings, int origin, float[][] lifts) {
        var panel = surroundings.panel;
        int count = panel.series().size();
        var means = new float[count][panel.horizon()];
        var ratios = new double[count];
        var classes = new DemandClass[count];
        IntStream.range(0, count).parallel().forEach(s -> {
            var forecast = forecast(surroundings, origin, s);
            for (int h = 0; h < panel.horizon(); h++) {
                means[s][h] = (float) (forecast.mean(h) * lifts[s][h]);
            }
            double mean = forecast.over(0, 1).mean();
            double deviation = forecast.over(0, 1).deviation();
            ratios[s] = mean > 0 ? deviation * deviation / mean : 1;
            classes[s] = forecast.demandClass();
        });
        return new Alone(means, ratios, classes);
    }

    /// One series, freed of plans.
    static Forecast forecast(Surroundings surroundings, int origin, int series) {
        var panel = surroundings.panel;
        var own = panel.series().get(series);
        int known = Math.max(0, origin - own.first());
        var freed = new PanelSeries(own.id(), own.first(), new PlanLifts(surroundings).freed(series, known));
        return Forecaster.standard().forecast(freed.alone(panel.start(), panel.frequency()), panel.horizon());
    }
}
