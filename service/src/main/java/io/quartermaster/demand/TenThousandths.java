package io.quartermaster.demand;

import java.math.BigDecimal;

/// Units of demand counted in ten-thousandths, so that sums of sums agree to the last digit.
///
/// It is the precision in which forecasts are kept.
final class TenThousandths {

    private static final double ONE = 1e4;
    private static final int DECIMALS = 4;

    private TenThousandths() {}

    static long of(double units) {
        return Math.round(units * ONE);
    }

    static double units(long tenThousandths) {
        return tenThousandths / ONE;
    }

    static BigDecimal exactly(long tenThousandths) {
        return BigDecimal.valueOf(tenThousandths, DECIMALS);
    }

    /// Cuts a whole into parts that are as the shares and add up to it exactly: what is left after
    /// rounding down goes to the largest remainders, the first of equal ones.
    ///
    /// @param shares zero or more; if all are zero the first part is the whole
    static long[] cut(long whole, double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        var parts = new long[shares.length];
        var remainders = new double[shares.length];
        long left = whole;
        for (int i = 0; i < shares.length; i++) {
            double part = sum > 0 ? whole * (shares[i] / sum) : i == 0 ? whole : 0;
            parts[i] = Math.min(left, (long) part);
            remainders[i] = part - parts[i];
            left -= parts[i];
        }
        while (left > 0) {
            int most = 0;
            for (int i = 1; i < remainders.length; i++) {
                most = remainders[i] > remainders[most] ? i : most;
            }
            parts[most]++;
            remainders[most]--;
            left--;
        }
        return parts;
    }
}
