package io.quartermaster.forecasting;

/// Half of the long trend, on top of a level that forgets: the mean of the straight line through
/// all demand and of a smoothed line bent twice as much.
///
/// ```
/// forecast(h) = (level + slope/2 · (h - 1 + 1/α)) · factor(weekday)
/// ```
///
/// Source: V. Assimakopoulos, K. Nikolopoulos, "The theta model: a decomposition approach to
/// forecasting", International Journal of Forecasting 16 (2000) 521-530; in this closed form R.
/// J. Hyndman, B. Billah, "Unmasking the Theta method", same journal 19 (2003) 287-290.
final class Theta implements ForecastModel {

    private static final double FACTOR_LEAST = 0.1;
    private static final int TIMES_LEAST = 4;

    @Override
    public String name() {
        return "Theta";
    }

    @Override
    public boolean suits(DemandClass demandClass, Frequency frequency) {
        return frequency != Frequency.DAILY && !demandClass.isRare();
    }

    @Override
    public Memory begin(Frequency frequency) {
        return new LineAndLevel(SeasonalProfile.of(frequency));
    }

    private static final class LineAndLevel implements Memory {

        private final SeasonalProfile profile;
        private final FittedLevel level = new FittedLevel(0.03, 0.1, 0.25, 0.5);
        private int periods;
        private double count;
        private double meanTime;
        private double meanUnits;
        private double timeSquares;
        private double products;

        LineAndLevel(SeasonalProfile profile) {
            this.profile = profile;
        }

        @Override
        public void observe(double units) {
            int phase = periods % profile.season();
            double factor = profile.factor(phase);
            if (factor > FACTOR_LEAST) {
                learn(units / factor);
            }
            profile.observe(phase, units, level.value());
            periods++;
        }

        private void learn(double even) {
            count++;
            double time = periods - meanTime;
            meanTime += time / count;
            meanUnits += (even - meanUnits) / count;
            timeSquares += time * (periods - meanTime);
            products += time * (even - meanUnits);
            level.learn(even);
        }

        @Override
        public void skip() {
            periods++;
        }

        @Override
        public double ahead(int steps) {
            return line(steps) * profile.factor((periods + steps - 1) % profile.season());
        }

        @Override
        public double[] levels(int steps, int season) {
            var levels = new double[steps];
            for (int i = 0; i < steps; i++) {
                levels[i] = line(i + 1);
            }
            return levels;
        }

        private double line(int steps) {
            double slope = count < TIMES_LEAST ? 0 : products / timeSquares;
            return Math.max(0, level.value() + slope / 2 * (steps - 1 + 1 / level.alpha()));
        }
    }
}
