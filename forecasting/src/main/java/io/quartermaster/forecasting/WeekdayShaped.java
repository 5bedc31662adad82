package io.quartermaster.forecasting;

/// Gives weekdays to a model that knows none: what the flat model expects, times how that weekday
/// differs from others.
///
/// Only the weekdays differ by its answer, not the level: the factors are one on average.
final class WeekdayShaped implements ForecastModel.Memory {

    private final ForecastModel.Memory flat;
    private final SeasonalProfile profile;
    private int periods;

    WeekdayShaped(ForecastModel.Memory flat, Frequency frequency) {
        this.flat = flat;
        this.profile = SeasonalProfile.of(frequency);
    }

    @Override
    public void observe(double units) {
        flat.observe(units);
        profile.observe(periods % profile.season(), units, flat.ahead(1));
        periods++;
    }

    @Override
    public void skip() {
        flat.skip();
        periods++;
    }

    @Override
    public double[] levels(int steps, int season) {
        var levels = new double[steps];
        for (int i = 0; i < steps; i++) {
            levels[i] = flat.ahead(i + 1);
        }
        return levels;
    }

    @Override
    public double ahead(int steps) {
        return flat.ahead(steps) * profile.factor((periods + steps - 1) % profile.season());
    }
}
