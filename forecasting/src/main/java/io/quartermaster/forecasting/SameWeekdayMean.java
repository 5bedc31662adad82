package io.quartermaster.forecasting;

import java.util.Arrays;

/// Next Monday sells the mean of the last eight Mondays.
///
/// A weekday not seen yet takes the mean of all weekdays together. For weeks and months the same
/// is done with the weeks or months of earlier years.
///
/// Source: "SeasonalWindowAverage" of Nixtla's statsforecast 2.1; as a benchmark in S.
/// Makridakis, E. Spiliotis, V. Assimakopoulos, "M5 accuracy competition", International
/// Journal of Forecasting 38 (2022) 1346-1364.
final class SameWeekdayMean implements ForecastModel {

    static final int SEASONS = 8;

    @Override
    public String name() {
        return "same-weekday mean";
    }

    @Override
    public boolean suits(DemandClass demandClass, Frequency frequency) {
        return !demandClass.isRare();
    }

    @Override
    public Memory begin(Frequency frequency) {
        return new LateSeasons(frequency.season());
    }

    private static final class LateSeasons implements Memory {

        private final RecentWindow[] weekdays;
        private final RecentWindow all;
        private int periods;

        LateSeasons(int season) {
            weekdays = new RecentWindow[season];
            Arrays.setAll(weekdays, _ -> new RecentWindow(SEASONS));
            all = new RecentWindow(SEASONS * season);
        }

        @Override
        public void observe(double units) {
            weekdays[periods % weekdays.length].add(units);
            all.add(units);
            periods++;
        }

        @Override
        public void skip() {
            periods++;
        }

        @Override
        public double ahead(int steps) {
            var weekday = weekdays[(periods + steps - 1) % weekdays.length];
            return weekday.isEmpty() ? all.mean() : weekday.mean();
        }
    }
}
