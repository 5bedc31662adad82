package io.quartermaster.forecasting;

/// Gives weekdays to a model that knows none: what the flat model expects, times how that weekday
/// differs from others.
///
/// Only the weekdays differ by its answer, not the level: the factors are one on average. Flat
/// means that it expects the same of every period to come.
final class WeekdayShaped implements ForecastModel.Memory {

    private final ForecastModel.Memory flat;
    private final SeasonalProfile profile;
    private final int season;
    private int phase;

    WeekdayShaped(ForecastModel.Memory flat, Frequency frequency) {
        this.flat = flat;
        this.profile = SeasonalProfile.of(frequency);
        this.season = profile.season();
    }

    @Override
    public void observe(double units) {
        flat.observe(units);
        profile.observe(phase, units, flat.ahead(1));
        phase = next(phase);
    }

    @Override
    public void skip() {
        flat.skip();
        phase = next(phase);
    }

    private int next(int phase) {
        return phase + 1 == season ? 0 : phase + 1;
    }

    @Override
    public double ahead(int steps) {
        return flat.ahead(steps) * profile.factor((phase + steps - 1) % season);
    }

    @Override
    public void aheadInto(double[] means) {
        double level = flat.ahead(1);
        int then = phase;
        for (int i = 0; i < means.length; i++) {
            means[i] = level * profile.factor(then);
            then = next(then);
        }
    }
}
