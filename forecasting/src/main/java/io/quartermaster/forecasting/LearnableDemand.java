package io.quartermaster.forecasting;

import java.util.Arrays;

/// The part of a history that models may learn from.
///
/// On a day without stock nobody knows what was asked for. If something was sold before the shelf
/// ran dry, it was *at least* that much: the model then reads what was sold or what it expected,
/// whichever is more. So what sells out every day is not taken for dead, and its forecast climbs
/// to the most that was ever sold, not beyond.
///
/// Days older than three years are not read: no model remembers them.
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

    private final double[] seen;
    private final double[] soldOut;

    private LearnableDemand(double[] seen, double[] soldOut) {
        this.seen = seen;
        this.soldOut = soldOut;
    }

    static LearnableDemand of(DemandSeries history) {
        int from = Math.max(0, history.length() - history.frequency().memory());
        var seen = new double[history.length() - from];
        var soldOut = new double[seen.length];
        double most = 0;
        double sum = 0;
        int sold = 0;
        for (int i = 0; i < seen.length; i++) {
            seen[i] = history.demand(from + i);
            double units = history.sold(from + i);
            soldOut[i] = history.isCensored(from + i) ? units : 0;
            if (units > 0) {
                most = Math.max(most, units);
                sum += units;
                sold++;
            }
        }
        var learnable = new LearnableDemand(seen, soldOut);
        // Most histories have no huge order, and need not be sorted to know it.
        if (sold >= SOLD_LEAST && most * sold > GOOD_PERIODS / 2 * (sum - most)) {
            learnable.bound();
        }
        return learnable;
    }

    private void bound() {
        double[] sorted = new double[seen.length];
        int sold = 0;
        for (int i = 0; i < seen.length; i++) {
            double units = Math.max(soldOut[i], Double.isNaN(seen[i]) ? 0 : seen[i]);
            if (units > 0) {
                sorted[sold++] = units;
            }
        }
        Arrays.sort(sorted, 0, sold);
        double most = GOOD_PERIODS * sorted[(int) (GOOD_SHARE * (sold - 1))];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = Math.min(seen[i], most); // stays NaN
            soldOut[i] = Math.min(soldOut[i], most);
        }
    }

    int length() {
        return seen.length;
    }

    /// What was asked for; `NaN` where it could not be seen.
    double seen(int period) {
        return seen[period];
    }

    /// Lets a model read one period, as far as it is known.
    void tell(ForecastModel.Memory memory, int period) {
        if (!Double.isNaN(seen[period])) {
            memory.observe(seen[period]);
        } else if (soldOut[period] > 0) {
            memory.observe(Math.max(soldOut[period], memory.ahead(1)));
        } else {
            memory.skip();
        }
    }

    /// Units known to have been asked for in all.
    double units() {
        double sum = 0;
        for (int i = 0; i < seen.length; i++) {
            sum += soldOut[i] + (Double.isNaN(seen[i]) ? 0 : seen[i]);
        }
        return sum;
    }
}
