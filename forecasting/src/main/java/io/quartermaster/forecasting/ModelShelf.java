package io.quartermaster.forecasting;

import java.util.List;

/// All models that [Forecaster#standard] weighs. To add one is to add its line here.
final class ModelShelf {

    static final List<ForecastModel> ALL = List.of(
            new SeasonalNaive(),
            new MovingAverage(),
            new SameWeekdayMean(),
            new SmoothingWithProfile(),
            new CrostonSba(),
            new Tsb(),
            new Ets(),
            new Theta(),
            new Adida(),
            new Imapa(),
            new Croston());

    private ModelShelf() {}
}
