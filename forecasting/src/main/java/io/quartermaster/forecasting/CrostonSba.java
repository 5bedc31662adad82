package io.quartermaster.forecasting;

/// For what sells now and then: the mean demand when there is some, divided by the mean time
/// between two such periods, less the bias that Croston's method is known for.
///
/// ```
/// forecast = (1 - α/2) · size / interval · factor(weekday),   α = 0.1
/// ```
///
/// Size and interval learn only when something is sold, so a variant that has died keeps its
/// forecast: [Tsb] does not.
///
/// Source: J. D. Croston, "Forecasting and stock control for intermittent demands", Operational
/// Research Quarterly 23 (1972) 289-303; bias correction: A. A. Syntetos, J. E. Boylan, "The
/// accuracy of intermittent demand estimates", International Journal of Forecasting 21 (2005)
/// 303-314.
final class CrostonSba implements ForecastModel {

    private static final double ALPHA = 0.1;

    @Override
    public String name() {
        return "Croston SBA";
    }

    @Override
    public boolean suits(DemandClass demandClass, Frequency frequency) {
        return demandClass.isRare();
    }

    @Override
    public Memory begin(Frequency frequency) {
        return new WeekdayShaped(new SizeAndInterval(1 - ALPHA / 2), frequency);
    }

    /// What Croston's method and its correction both learn.
    static final class SizeAndInterval implements Memory {

        private final double correction;
        private final SmoothedMean size = new SmoothedMean(ALPHA);
        private final SmoothedMean interval = new SmoothedMean(ALPHA);
        private int waited;

        SizeAndInterval(double correction) {
            this.correction = correction;
        }

        @Override
        public void observe(double units) {
            waited++;
            if (units > 0) {
                size.learn(units);
                interval.learn(waited);
                waited = 0;
            }
        }

        @Override
        public void skip() {
            // The wait goes on when demand is seen again.
        }

        @Override
        public double ahead(int steps) {
            return size.isEmpty() ? 0 : correction * size.value() / interval.value();
        }
    }
}
