package io.quartermaster.forecasting;

/// The days to come sell the mean of the last four weeks (of a quarter for weeks, of half a year
/// for months), shaped by weekday. Hard to beat where nothing changes.
///
/// Source: R. G. Brown, "Statistical Forecasting for Inventory Control", McGraw-Hill 1959.
final class MovingAverage implements ForecastModel {

    @Override
    public String name() {
        return "moving average";
    }

    @Override
    public boolean suits(DemandClass demandClass, Frequency frequency) {
        return !demandClass.isRare() || frequency == Frequency.DAILY;
    }

    @Override
    public Memory begin(Frequency frequency) {
        return new WeekdayShaped(new LatePeriods(new RecentWindow(frequency.recent())), frequency);
    }

    private record LatePeriods(RecentWindow window) implements Memory {

        @Override
        public void observe(double units) {
            window.add(units);
        }

        @Override
        public void skip() {
            // What was not seen leaves the mean as it is.
        }

        @Override
        public double ahead(int steps) {
            return window.mean();
        }
    }
}
