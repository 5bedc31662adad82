package io.quartermaster.forecasting.learner;

import io.quartermaster.forecasting.DemandClass;
import io.quartermaster.forecasting.Forecast;
import io.quartermaster.forecasting.Forecaster;
import io.quartermaster.forecasting.panel.Panel;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Forecasts many series together: what each has sold, what all have taught, and what is planned.
///
/// Without state and safe for many threads; the same panel always gives the same forecast, bit
/// for bit, with any number of threads.
public final class PanelForecaster {

    private final Voices voices;
    private final LearnerSettings settings;

    private PanelForecaster(Voices voices, LearnerSettings settings) {
        this.voices = voices;
        this.settings = settings;
    }

    /// A forecaster that hears these voices.
    public static PanelForecaster of(Voices voices) {
        return new PanelForecaster(voices, LearnerSettings.standard());
    }

    /// Forecasts the panel's horizon.
    public PanelForecast forecast(Panel panel) {
        return switch (voices) {
            case PORTFOLIO -> alone(panel);
            case LEARNER, ALL -> together(panel);
        };
    }

    private static PanelForecast alone(Panel panel) {
        var forecasts = panel.series().parallelStream()
                .map(series ->
                        Forecaster.standard().forecast(series.alone(panel.start(), panel.frequency()), panel.horizon()))
                .toArray(Forecast[]::new);
        var means = new float[forecasts.length][panel.horizon()];
        for (int s = 0; s < means.length; s++) {
            for (int h = 0; h < panel.horizon(); h++) {
                means[s][h] = (float) forecasts[s].mean(h);
            }
        }
        return new PanelForecast(
                means,
                (s, h, levels) -> forecasts[s].over(h, 1).quantiles(levels),
                (s, first, steps, _) -> forecasts[s].explanation(first, steps));
    }

    private PanelForecast together(Panel panel) {
        var trial = Trial.run(panel, voices, settings);
        var blend = Blend.of(trial, panel, voices);
        var learner = GlobalLearner.fit(panel, panel.periods(), settings);
        var learnt = learner.forecast(panel.periods());
        var now = Alone.at(learner.surroundings(), panel.periods(), learnt.lifts());
        var means = IntStream.range(0, panel.series().size())
                .mapToObj(s -> {
                    int from = panel.series().get(s).units().length;
                    var planned = new boolean[panel.horizon()];
                    for (int h = 0; h < planned.length; h++) {
                        planned[h] = learner.surroundings().isPlanned(s, from, from + h);
                    }
                    return blend.means(
                            new float[][] {learnt.direct()[s], learnt.recursive()[s], now.means()[s]}, planned);
                })
                .toArray(float[][]::new);
        var told = trial.seen().stream()
                .map(seen -> new Doubt.Told(seen, blend.means(seen.said(), seen.planned())))
                .toList();
        var doubt = Doubt.of(told, now, learner.surroundings().counted);
        return new PanelForecast(
                means,
                (s, h, levels) -> now.classes()[s] == DemandClass.NONE
                        ? new double[levels.length]
                        : Arrays.stream(levels)
                                .map(level -> doubt.demand(s, means[s][h], learnt.ratios()[s][h])
                                        .quantile(doubt.level(now.classes()[s], level, learnt.moved()[s][h])))
                                .toArray(),
                new PanelReasons(panel, learner, blend, learnt.lifts())::explain);
    }
}
