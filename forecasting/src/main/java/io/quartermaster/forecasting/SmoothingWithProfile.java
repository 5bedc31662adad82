package io.quartermaster.forecasting;

/// A level that forgets slowly, times how each weekday differs from it: simple exponential
/// smoothing on demand that was freed of its weekdays.
///
/// ```
/// level = Σ (1-α)^age · demand  /  Σ (1-α)^age · factor(weekday)
/// forecast = level · factor(weekday)
/// ```
///
/// The level is the mean of three, with α of 0.03, 0.1 and 0.25: choosing one by its errors
/// follows luck more often than truth. With all factors at one and α alone this is plain simple
/// exponential smoothing.
///
/// Source: R. G. Brown, "Smoothing, Forecasting and Prediction of Discrete Time Series",
/// Prentice-Hall 1963; multiplicative season: P. R. Winters, "Forecasting sales by exponentially
/// weighted moving averages", Management Science 6 (1960) 324-342.
final class SmoothingWithProfile implements ForecastModel {

    private static final double[] ALPHAS = {0.03, 0.1, 0.25};

    @Override
    public String name() {
        return "smoothing with weekday profile";
    }

    @Override
    public Memory begin(Frequency frequency) {
        return new LevelAndProfile(SeasonalProfile.of(frequency));
    }

    private static final class LevelAndProfile implements Memory {

        private final SeasonalProfile profile;
        private final double[] demand = new double[ALPHAS.length];
        private final double[] exposure = new double[ALPHAS.length];
        private double level;
        private int phase;

        LevelAndProfile(SeasonalProfile profile) {
            this.profile = profile;
        }

        @Override
        public void observe(double units) {
            for (int i = 0; i < ALPHAS.length; i++) {
                demand[i] = (1 - ALPHAS[i]) * demand[i] + units;
                exposure[i] = (1 - ALPHAS[i]) * exposure[i] + profile.factor(phase);
            }
            level = level();
            profile.observe(phase, units, level);
            skip();
        }

        @Override
        public void skip() {
            phase = phase + 1 == profile.season() ? 0 : phase + 1;
        }

        @Override
        public double ahead(int steps) {
            return level * profile.factor((phase + steps - 1) % profile.season());
        }

        private double level() {
            double sum = 0;
            for (int i = 0; i < ALPHAS.length; i++) {
                sum += exposure[i] > 0 ? demand[i] / exposure[i] : 0;
            }
            return sum / ALPHAS.length;
        }
    }
}
