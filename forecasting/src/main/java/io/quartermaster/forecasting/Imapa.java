package io.quartermaster.forecasting;

/// For what sells now and then: as [Adida], but with buckets of one period, of two, and so on
/// up to the mean time between two periods that sold; the forecast is the mean of all.
///
/// ```
/// forecast = mean over k of (smoothed bucket of k periods / k) · factor(weekday)
/// ```
///
/// Source: F. Petropoulos, N. Kourentzes, "Forecast combinations for intermittent demand",
/// Journal of the Operational Research Society 66 (2015) 914-924.
final class Imapa implements ForecastModel {

    @Override
    public String name() {
        return "iMAPA";
    }

    @Override
    public boolean suits(DemandClass demandClass, Frequency frequency) {
        return demandClass.isRare() && frequency != Frequency.DAILY;
    }

    @Override
    public Memory begin(Frequency frequency) {
        return new WeekdayShaped(new AggregatedMemory(Imapa::meanOfAll), frequency);
    }

    private static double meanOfAll(AggregatedLevels levels) {
        int most = levels.meanInterval();
        double sum = 0;
        for (int size = 1; size <= most; size++) {
            sum += levels.level(size);
        }
        return sum / most;
    }
}
