package io.quartermaster.forecasting;

import java.util.Arrays;

/// The part of a history that models may learn from.
///
/// One huge order (a company buys 10,000 pens once) is no sign of what will be asked for next
/// week. A period's demand counts for at most ten times what a good selling period has: the 90 %
/// quantile of the periods that sold anything.
///
/// Source: the "one-sided Winsorising" of J. W. Tukey, "The future of data analysis", Annals of
/// Mathematical Statistics 33 (1962) 1-67.
final class LearnableDemand {

    private static final double GOOD_PERIODS = 10;
    private static final double GOOD_SHARE = 0.9;
    private static final int SOLD_LEAST = 5;

    private LearnableDemand() {}

    /// Units per period, zero or more; `NaN` where demand could not be seen.
    static double[] of(DemandSeries history) {
        var demand = new double[history.length()];
        double most = 0;
        double sum = 0;
        int sold = 0;
        for (int i = 0; i < demand.length; i++) {
            demand[i] = history.demand(i);
            if (demand[i] > 0) {
                most = Math.max(most, demand[i]);
                sum += demand[i];
                sold++;
            }
        }
        // Most histories have no such order, and need not be sorted to know it.
        if (sold >= SOLD_LEAST && most * sold > GOOD_PERIODS / 2 * (sum - most)) {
            cap(demand, sold);
        }
        return demand;
    }

    private static void cap(double[] demand, int sold) {
        var sorted = Arrays.stream(demand).filter(units -> units > 0).sorted().toArray();
        double most = GOOD_PERIODS * sorted[(int) (GOOD_SHARE * (sold - 1))];
        for (int i = 0; i < demand.length; i++) {
            if (demand[i] > most) { // never for NaN
                demand[i] = most;
            }
        }
    }
}
