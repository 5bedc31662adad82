package io.quartermaster.forecasting;

/// For what sells now and then: adds demand up over buckets as long as the mean time between two
/// periods that sold, smooths the buckets, and spreads the outcome evenly over their periods.
///
/// ```
/// forecast = smoothed bucket / periods in a bucket · factor(weekday),   α of 0.1, 0.2 or 0.3
/// ```
///
/// Source: K. Nikolopoulos, A. A. Syntetos, J. E. Boylan, F. Petropoulos, V. Assimakopoulos, "An
/// aggregate-disaggregate intermittent demand approach (ADIDA) to forecasting", Journal of the
/// Operational Research Society 62 (2011) 544-554.
final class Adida implements ForecastModel {

    @Override
    public String name() {
        return "ADIDA";
    }

    @Override
    public boolean suits(DemandClass demandClass, Frequency frequency) {
        return demandClass.isRare();
    }

    @Override
    public Memory begin(Frequency frequency) {
        return new WeekdayShaped(new AggregatedMemory(levels -> levels.level(levels.meanInterval())), frequency);
    }
}
