package io.quartermaster.forecasting.learner;

import java.util.Arrays;

/// What is known of one series up to some period, so that means over any window cost nothing.
///
/// Periods are the series' own, from zero on. Recursive forecasts add what they expect as if it
/// had come. One huge order counts for at most ten good days.
final class SeriesPast {

    private static final double GOOD_PERIODS = 10;
    private static final double GOOD_SHARE = 0.9;
    private static final int SOLD_LEAST = 5;
    private static final int DAYS = 7;
    private static final int PROFILE_SEASONS = 16;
    private static final double PROFILE_LEANING = 8;

    private final int season;
    private final float[] units;
    private final double[] sums;
    private final double[] squares;
    private final int[] seen;
    private final int[] zeros;
    private final double[] seasonSums;
    private final int[] seasonSeen;
    private final int[] lastSale;
    private int length;
    private int firstSale = Integer.MAX_VALUE;

    /// Reads a series.
    ///
    /// @param known how many of its periods are known
    /// @param more room for so many that are only expected
    SeriesPast(float[] history, int known, int more, int season) {
        this.season = season;
        int size = known + more;
        units = new float[size];
        sums = new double[size + 1];
        squares = new double[size + 1];
        seen = new int[size + 1];
        zeros = new int[size + 1];
        seasonSums = new double[size];
        seasonSeen = new int[size];
        lastSale = new int[size + 1];
        lastSale[0] = -1;
        float most = most(history, known);
        for (int t = 0; t < known; t++) {
            add(Float.isFinite(history[t]) ? Math.clamp(history[t], 0, most) : Float.NaN);
        }
    }

    private static float most(float[] history, int known) {
        var sold = new float[known];
        int count = 0;
        for (int t = 0; t < known; t++) {
            if (history[t] > 0 && Float.isFinite(history[t])) {
                sold[count++] = history[t];
            }
        }
        if (count < SOLD_LEAST) {
            return Float.MAX_VALUE;
        }
        Arrays.sort(sold, 0, count);
        return (float) (GOOD_PERIODS * sold[(int) (GOOD_SHARE * (count - 1))]);
    }

    /// Goes on by one period; `NaN` if it could not be seen.
    void add(float value) {
        int t = length++;
        boolean known = !Float.isNaN(value);
        float counted = known ? value : 0;
        units[t] = value;
        sums[t + 1] = sums[t] + counted;
        squares[t + 1] = squares[t] + (double) counted * counted;
        seen[t + 1] = seen[t] + (known ? 1 : 0);
        zeros[t + 1] = zeros[t] + (known && value <= 0 ? 1 : 0);
        seasonSums[t] = counted + (t >= season ? seasonSums[t - season] : 0);
        seasonSeen[t] = (known ? 1 : 0) + (t >= season ? seasonSeen[t - season] : 0);
        lastSale[t + 1] = counted > 0 ? t : lastSale[t];
        if (counted > 0 && firstSale == Integer.MAX_VALUE) {
            firstSale = t;
        }
    }

    int length() {
        return length;
    }

    float units(int period) {
        return units[period];
    }

    /// The first period that sold anything; the largest number if none did.
    int firstSale() {
        return firstSale;
    }

    double sum(int from, int to) {
        return to <= 0 ? 0 : sums[to] - sums[Math.max(0, from)];
    }

    int seen(int from, int to) {
        return to <= 0 ? 0 : seen[to] - seen[Math.max(0, from)];
    }

    /// `NaN` if nothing was seen.
    double mean(int from, int to) {
        return sum(from, to) / seen(from, to);
    }

    double deviation(int from, int to) {
        double mean = mean(from, to);
        double square = (squares[to] - squares[Math.max(0, from)]) / seen(from, to);
        return Math.sqrt(Math.max(0, square - mean * mean));
    }

    double zeroShare(int from, int to) {
        return (double) (zeros[to] - zeros[Math.max(0, from)]) / seen(from, to);
    }

    /// Units of a usual period: the mean of lately, leaning a little on longer ago. Above zero.
    ///
    /// @param recent how many periods count as lately
    double level(int origin, int recent) {
        int from = Math.max(firstSale == Integer.MAX_VALUE ? 0 : firstSale, origin - 4 * recent);
        int lately = Math.max(from, origin - recent);
        double leaning = recent / 4.0;
        double longer = (sum(from, origin) + 0.25) / (seen(from, origin) + 1);
        return (sum(lately, origin) + leaning * longer) / (seen(lately, origin) + leaning);
    }

    /// How the target's weekday differs from the others; one where a period is no day.
    double profile(int origin, int target) {
        if (season != DAYS) {
            return 1;
        }
        int same = sameSeason(origin, target);
        double mean = mean(Math.max(0, same + 1 - PROFILE_SEASONS * DAYS), origin);
        if (!(mean > 0)) {
            return 1;
        }
        return (seasonSum(same, PROFILE_SEASONS) + PROFILE_LEANING)
                / (seasonSeen(same, PROFILE_SEASONS) * mean + PROFILE_LEANING);
    }

    /// Periods since something was sold, as seen at `origin`; `NaN` if never.
    double sinceSale(int origin) {
        return lastSale[origin] < 0 ? Double.NaN : origin - 1 - lastSale[origin];
    }

    /// The latest period before `origin` at the same place of the season as `target`; may be
    /// negative.
    int sameSeason(int origin, int target) {
        return target - season * ((target - origin) / season + 1);
    }

    double seasonSum(int last, int seasons) {
        int before = last - seasons * season;
        return last < 0 ? 0 : seasonSums[last] - (before < 0 ? 0 : seasonSums[before]);
    }

    int seasonSeen(int last, int seasons) {
        int before = last - seasons * season;
        return last < 0 ? 0 : seasonSeen[last] - (before < 0 ? 0 : seasonSeen[before]);
    }
}
