package io.quartermaster.forecasting;

/// For what sells now and then, and may be dying: the mean demand when there is some, times the
/// chance that there is some, which fades with each period without.
///
/// ```
/// forecast = chance · size · factor(weekday),   chance and size smoothed by 0.1
/// ```
///
/// Source: R. H. Teunter, A. A. Syntetos, M. Z. Babai, "Intermittent demand: linking
/// forecasting to inventory obsolescence", European Journal of Operational Research 214 (2011)
/// 606-615.
final class Tsb implements ForecastModel {

    private static final double ALPHA_SIZE = 0.1;
    private static final double ALPHA_CHANCE = 0.1;

    @Override
    public String name() {
        return "TSB";
    }

    @Override
    public Memory begin(Frequency frequency) {
        var flat = new SizeAndChance(new SmoothedMean(ALPHA_SIZE), new SmoothedMean(ALPHA_CHANCE));
        return new WeekdayShaped(flat, frequency);
    }

    private record SizeAndChance(SmoothedMean size, SmoothedMean chance) implements Memory {

        @Override
        public void observe(double units) {
            chance.learn(units > 0 ? 1 : 0);
            if (units > 0) {
                size.learn(units);
            }
        }

        @Override
        public void skip() {
            // What was not seen says nothing of the chance.
        }

        @Override
        public double ahead(int steps) {
            return size.value() * chance.value();
        }
    }
}
