package io.quartermaster.forecasting;

import java.time.LocalDate;
import java.util.BitSet;

/// What was asked for, period after period, and on which periods we could not see it.
///
/// A *censored* period is one on which demand could not show itself: the shelf was empty, the
/// shop was closed, the variant was not listed. What was sold then is no more than a lower
/// bound: it is never read as all that was asked for, nor zero as no demand. `NaN` and infinite
/// units are missing: nobody knows.
///
/// Negative units (more came back than was sold) are kept as they are and read as no demand.
/// Immutable, and small: a day of a slow seller takes one byte.
public final class DemandSeries {

    /// The most periods a series may have: more than a hundred years of days.
    public static final int PERIODS_MAX = 40_000;

    private final LocalDate start;
    private final Frequency frequency;
    private final PackedUnits units;
    private final BitSet censored;
    private final boolean counted;
    private final float[] shares;

    private DemandSeries(
            LocalDate start, Frequency frequency, PackedUnits units, BitSet censored, boolean counted, float[] shares) {
        this.start = start;
        this.frequency = frequency;
        this.units = units;
        this.censored = censored;
        this.counted = counted;
        this.shares = shares;
    }

    /// A series of days without gaps.
    ///
    /// @param start the day of `units[0]`
    /// @param units units per day, as sold; `NaN` where nobody knows
    /// @param censored true where demand could not show itself; as long as `units`
    /// @throws IllegalArgumentException if the two arrays differ in length, or there are too many
    public static DemandSeries daily(LocalDate start, double[] units, boolean[] censored) {
        return of(start, Frequency.DAILY, units, censored);
    }

    /// A series of days without gaps, on all of which demand could show itself.
    public static DemandSeries daily(LocalDate start, double... units) {
        return of(start, Frequency.DAILY, units, new boolean[units.length]);
    }

    /// A series of days, weeks or months without gaps.
    ///
    /// @throws IllegalArgumentException if the two arrays differ in length, or there are too many
    public static DemandSeries of(LocalDate start, Frequency frequency, double[] units, boolean[] censored) {
        if (units.length != censored.length) {
            throw new IllegalArgumentException("""
                    The censored marks (%d) are not as many as the units (%d).
                    Maybe the last day has no mark: give each period one.""".formatted(censored.length, units.length));
        }
        if (units.length > PERIODS_MAX) {
            throw new IllegalArgumentException("""
                    The series has %d periods, more than %d.
                    Maybe they are hours: add them up to days.""".formatted(units.length, PERIODS_MAX));
        }
        var marks = new BitSet();
        for (int i = 0; i < censored.length; i++) {
            if (censored[i]) {
                marks.set(i);
            }
        }
        var packed = PackedUnits.of(units);
        boolean counted = !(packed instanceof PackedUnits.Doubles) || allWhole(units);
        return new DemandSeries(start, frequency, packed, marks, counted, new float[0]);
    }

    /// The same history, with the hour at which the shelf ran dry.
    ///
    /// @param shares for each censored period the share of a period's demand that usually comes
    /// before that hour: 0.4 if the shelf was empty from noon and four of ten units sell in the
    /// morning; `NaN` where nobody knows
    /// @throws IllegalArgumentException if there are not as many as periods, or one is below zero or
    /// above one
    public DemandSeries withSharesBeforeSoldOut(double[] shares) {
        if (shares.length != length()) {
            throw new IllegalArgumentException("""
                    The shares (%d) are not as many as the periods (%d).
                    Maybe those with stock have none: give them NaN.""".formatted(shares.length, length()));
        }
        var kept = new float[shares.length];
        for (int i = 0; i < kept.length; i++) {
            if (shares[i] < 0 || shares[i] > 1) {
                throw new IllegalArgumentException("""
                        The share (%s) of period %d must lie between 0 and 1, or be NaN.
                        Maybe it is a percentage: divide it by 100.""".formatted(shares[i], i));
            }
            kept[i] = (float) shares[i];
        }
        return new DemandSeries(start, frequency, units, censored, counted, kept);
    }

    /// The same history, all of it read as it was sold.
    DemandSeries withoutMarks() {
        return new DemandSeries(start, frequency, units, new BitSet(), counted, new float[0]);
    }

    /// The share of a censored period's demand that usually comes before the shelf ran dry; `NaN`
    /// where nobody knows, or the period was not censored.
    double shareBeforeSoldOut(int period) {
        return shares.length > 0 && censored.get(period) ? shares[period] : Double.NaN;
    }

    boolean knowsWhenSoldOut() {
        return shares.length > 0;
    }

    /// Bytes that the units of a period take: 1, 2 or 8.
    int width() {
        return units.width();
    }

    /// The day of the first period.
    public LocalDate start() {
        return start;
    }

    /// The first day after the history: where a forecast begins.
    public LocalDate end() {
        return frequency.dayOf(start, length());
    }

    public Frequency frequency() {
        return frequency;
    }

    /// How many periods there are, seen or not.
    public int length() {
        return units.length();
    }

    /// What was sold, as it was told: maybe negative, maybe `NaN`.
    ///
    /// @throws IndexOutOfBoundsException if there is no such period
    public double units(int period) {
        return units.at(period);
    }

    public boolean isCensored(int period) {
        return censored.get(period);
    }

    /// The demand that a model may learn from: units, never negative; `NaN` where demand was
    /// censored or is unknown.
    public double demand(int period) {
        return censored.get(period) || !Double.isFinite(units.at(period)) ? Double.NaN : sold(period);
    }

    /// What was sold in each period, as it was told.
    double[] units() {
        return units.all();
    }

    /// How many of the last periods were censored.
    int censoredAmongLast(int periods) {
        return isEverCensored() ? censored.get(length() - periods, length()).cardinality() : 0;
    }

    boolean isEverCensored() {
        return !censored.isEmpty();
    }

    /// What was sold for certain, whatever was asked for: zero or more.
    double sold(int period) {
        return sold(units.at(period));
    }

    static double sold(double units) {
        return Double.isFinite(units) && units > 0 ? units : 0;
    }

    /// True if all units are whole numbers, so that a forecast's quantiles are whole as well.
    public boolean isCounted() {
        return counted;
    }

    private static boolean allWhole(double[] units) {
        for (double value : units) {
            if (Double.isFinite(value) && !PackedUnits.isWhole(value)) {
                return false;
            }
        }
        return true;
    }
}
