package io.quartermaster.forecasting.learner;

import io.quartermaster.forecasting.DemandClass;
import io.quartermaster.forecasting.Forecaster;
import io.quartermaster.forecasting.panel.Panel;
import java.util.stream.IntStream;

/// What the models that look at each series alone expect, seen from some period.
///
/// @param means by series and step
/// @param ratios variance over mean of a period's demand, by series
record Alone(float[][] means, double[] ratios, DemandClass[] classes) {

    static Alone at(Panel panel, int origin) {
        int count = panel.series().size();
        var means = new float[count][panel.horizon()];
        var ratios = new double[count];
        var classes = new DemandClass[count];
        var forecaster = Forecaster.standard();
        IntStream.range(0, count).parallel().forEach(s -> {
            var series = panel.series().get(s);
            int known = Math.max(0, origin - series.first());
            var forecast = forecaster.forecast(series.alone(panel.start(), panel.frequency(), known), panel.horizon());
            for (int h = 0; h < panel.horizon(); h++) {
                means[s][h] = (float) forecast.mean(h);
            }
            double mean = forecast.over(0, 1).mean();
            double deviation = forecast.over(0, 1).deviation();
            ratios[s] = mean > 0 ? deviation * deviation / mean : 1;
            classes[s] = forecast.demandClass();
        });
        return new Alone(means, ratios, classes);
    }
}
