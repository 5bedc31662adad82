package io.quartermaster.forecasting;

import java.util.Arrays;

/// Next Monday sells what last Monday sold. The yardstick: it has a say only where none beats it.
///
/// A weekday not seen yet takes the mean of all that was seen.
///
/// Source: R. J. Hyndman, G. Athanasopoulos, "Forecasting: Principles and Practice", 3rd ed.,
/// OTexts 2021, section 5.2.
final class SeasonalNaive implements ForecastModel {

    @Override
    public String name() {
        return "seasonal naive";
    }

    @Override
    public boolean isYardstick() {
        return true;
    }

    @Override
    public boolean suits(DemandClass demandClass, Frequency frequency) {
        return !demandClass.isRare();
    }

    @Override
    public Memory begin(Frequency frequency) {
        return new LastSeason(frequency.season());
    }

    private static final class LastSeason implements Memory {

        private final double[] last;
        private int periods;
        private int seen;
        private double sum;

        LastSeason(int season) {
            last = new double[season];
            Arrays.fill(last, Double.NaN);
        }

        @Override
        public void observe(double units) {
            last[periods % last.length] = units;
            sum += units;
            seen++;
            periods++;
        }

        @Override
        public void skip() {
            periods++;
        }

        @Override
        public double ahead(int steps) {
            double then = last[(periods + steps - 1) % last.length];
            if (!Double.isNaN(then)) {
                return then;
            }
            return seen == 0 ? 0 : sum / seen;
        }
    }
}
