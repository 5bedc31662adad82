package io.quartermaster.forecasting;

/// For what sells now and then: the mean demand when there is some, divided by the mean time
/// between two such periods. Too high by about a twentieth for what sells rarely: [CrostonSba]
/// takes that out, so this one is only used where it is asked for.
///
/// ```
/// forecast = size / interval · factor(weekday),   both smoothed by 0.1
/// ```
///
/// Source: J. D. Croston, "Forecasting and stock control for intermittent demands", Operational
/// Research Quarterly 23 (1972) 289-303.
final class Croston implements ForecastModel {

    @Override
    public String name() {
        return "Croston";
    }

    @Override
    public boolean suits(DemandClass demandClass, Frequency frequency) {
        return false;
    }

    @Override
    public Memory begin(Frequency frequency) {
        return new WeekdayShaped(new CrostonSba.SizeAndInterval(1), frequency);
    }
}
