package io.quartermaster.forecasting;

import java.util.Arrays;

/// The part of a history that models may learn from.
///
/// On a day without stock nobody knows what was asked for. If something was sold before the shelf
/// ran dry, it was *at least* that much: [SoldOut] says what a model then reads.
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
    private final double[] shares;
    private SoldOut missed = new SoldOut(1, 0, true);
    private int cutOrders;
    private double cutUnits;

    private LearnableDemand(double[] seen, double[] soldOut, double[] shares) {
        this.seen = seen;
        this.soldOut = soldOut;
        this.shares = shares;
    }

    static LearnableDemand of(DemandSeries history) {
        return of(history, true);
    }

    /// @param bounds false if huge orders shall count for all that they were
    static LearnableDemand of(DemandSeries history, boolean bounds) {
        int from = Math.max(0, history.length() - history.frequency().memory());
        double[] seen = Arrays.copyOfRange(history.units(), from, history.length());
        boolean censors = history.isEverCensored();
        var soldOut = new double[seen.length];
        var shares = new double[seen.length];
        double most = 0;
        double sum = 0;
        int sold = 0;
        for (int i = 0; i < seen.length; i++) {
            double units = DemandSeries.sold(seen[i]);
            seen[i] = Double.isFinite(seen[i]) ? units : Double.NaN;
            if (censors && history.isCensored(from + i)) {
                seen[i] = Double.NaN;
                soldOut[i] = units;
                shares[i] = history.shareBeforeSoldOut(from + i);
            }
            if (units > 0) {
                most = Math.max(most, units);
                sum += units;
                sold++;
            }
        }
        var learnable = new LearnableDemand(seen, soldOut, shares);
        // Most histories have no huge order, and need not be sorted to know it.
        if (bounds && sold >= SOLD_LEAST && most * sold > GOOD_PERIODS / 2 * (sum - most)) {
            learnable.bound(most, sold);
        }
        if (censors) {
            learnable.missed = learnable.soldOut(history.isCounted());
        }
        return learnable;
    }

    /// Sorts only where something would be bounded: where not even a tenth come near the most.
    private void bound(double highest, int count) {
        int near = 0;
        for (int i = 0; i < seen.length; i++) {
            double units = Math.max(soldOut[i], Double.isNaN(seen[i]) ? 0 : seen[i]);
            near += units > 0 && GOOD_PERIODS * units >= highest ? 1 : 0;
        }
        if (near < count - (int) (GOOD_SHARE * (count - 1))) {
            bound();
        }
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
            double units = Math.max(soldOut[i], Double.isNaN(seen[i]) ? 0 : seen[i]);
            cutOrders += units > most ? 1 : 0;
            cutUnits += Math.max(0, units - most);
            seen[i] = Math.min(seen[i], most); // stays NaN
            soldOut[i] = Math.min(soldOut[i], most);
        }
    }

    private SoldOut soldOut(boolean counted) {
        int count = 0;
        double sum = 0;
        double squares = 0;
        double most = 0;
        for (int i = 0; i < seen.length; i++) {
            most = Math.max(most, Math.max(soldOut[i], Double.isNaN(seen[i]) ? 0 : seen[i]));
            if (!Double.isNaN(seen[i])) {
                count++;
                sum += seen[i];
                squares += seen[i] * seen[i];
            }
        }
        double mean = count == 0 ? 0 : sum / count;
        double spread = mean > 0 ? Math.max(1, (squares / count - mean * mean) / mean) : 1;
        return new SoldOut(spread, most, counted);
    }

    int length() {
        return seen.length;
    }

    /// What was read of a history, and what of it counts otherwise than it was sold.
    Reading reading(DemandSeries history) {
        int unknown = 0;
        for (double units : seen) {
            unknown += Double.isNaN(units) ? 1 : 0;
        }
        int emptyShelf = history.censoredAmongLast(seen.length);
        return new Reading(seen.length, unknown, emptyShelf, cutOrders, cutUnits);
    }

    /// What was asked for; `NaN` where it could not be seen.
    double seen(int period) {
        return seen[period];
    }

    /// The same for a stretch of periods.
    double[] seen(int from, int to) {
        return Arrays.copyOfRange(seen, from, to);
    }

    /// Lets a model read a stretch of periods, each as far as it is known.
    void tell(ForecastModel.Memory memory, int from, int to) {
        for (int period = from; period < to; period++) {
            tell(memory, period);
        }
    }

    private void tell(ForecastModel.Memory memory, int period) {
        if (!Double.isNaN(seen[period])) {
            memory.observe(seen[period]);
        } else if (soldOut[period] > 0 || shares[period] > 0) {
            memory.observe(missed.demand(soldOut[period], shares[period], memory.ahead(1)));
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
