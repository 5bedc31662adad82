package io.quartermaster.forecasting;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/// What will be asked for, period by period, and how sure one can be.
///
/// Periods are counted from zero: period 0 is the first one after the history. All quantiles are
/// zero or more, never cross, and are whole units where the history is. Immutable.
public final class Forecast {

    /// The most paths that can be drawn at once.
    public static final int PATHS_MAX = 100_000;

    private final String model;
    private final DemandClass demandClass;
    private final boolean counted;
    private final double[] means;
    private final ErrorSpread spread;
    private final Composition composition;
    private final BacktestScore score;
    private final Reading reading;

    Forecast(
            String model,
            DemandClass demandClass,
            boolean counted,
            double[] means,
            ErrorSpread spread,
            Composition composition,
            BacktestScore score,
            Reading reading) {
        this.model = model;
        this.demandClass = demandClass;
        this.counted = counted;
        this.means = means;
        this.spread = spread;
        this.composition = composition;
        this.score = score;
        this.reading = reading;
    }

    /// Which models made it, by their names; "none" if there was nothing to learn from.
    public String model() {
        return model;
    }

    public DemandClass demandClass() {
        return demandClass;
    }

    /// How many periods it looks ahead.
    public int horizon() {
        return means.length;
    }

    /// Units expected in one period.
    ///
    /// @throws IllegalArgumentException if the forecast does not reach that far
    public double mean(int period) {
        requireWithin(period, 1);
        return means[period];
    }

    /// Units expected in each period.
    public double[] means() {
        return means.clone();
    }

    /// The least number of units that covers one period's demand with chance `p`.
    ///
    /// @throws IllegalArgumentException if the forecast does not reach that far, or `p` is not
    /// between zero and one
    public double quantile(int period, double p) {
        return over(period, 1).quantile(p);
    }

    /// Demand over `periods` periods together, from `firstPeriod` on.
    ///
    /// Not the sum of the days' quantiles, which would be far too much: bad days rarely come all
    /// at once. How much they do is measured in the backtest.
    ///
    /// @throws IllegalArgumentException if the forecast does not reach that far
    public WindowDemand over(int firstPeriod, int periods) {
        double mean = meanOver(firstPeriod, periods);
        return new WindowDemand(mean, Math.sqrt(spread.variance(periods, mean)), counted);
    }

    /// Demand from the first period on, over a stretch whose length is itself uncertain: the lead
    /// time, or lead time and review period together.
    ///
    /// ```
    /// deviation² = deviation of demand² + (mean of one period · leadTimeDeviation)²
    /// ```
    ///
    /// Source: as in safety stock for demand and lead time that vary independently, P. L. King,
    /// "Crack the Code", APICS Magazine, July/August 2011.
    ///
    /// @param leadTimeDeviation standard deviation of the lead time, in periods
    /// @throws IllegalArgumentException if the forecast does not reach that far, or the deviation
    /// is negative or not a number
    public WindowDemand overLeadTime(int periods, double leadTimeDeviation) {
        Chance.requireZeroOrMore("leadTimeDeviation", leadTimeDeviation);
        var sure = over(0, periods);
        double late = sure.mean() / periods * leadTimeDeviation;
        return new WindowDemand(sure.mean(), Math.hypot(sure.deviation(), late), counted);
    }

    /// Courses that demand may take: for questions that need the days one by one and all together,
    /// such as on which day a shelf runs dry.
    ///
    /// @param count how many, at most [#PATHS_MAX]
    /// @param seed the same seed gives the same paths
    /// @return a row a path, a column a period
    /// @throws IllegalArgumentException if `count` is less than one or more than that
    public double[][] paths(int count, long seed) {
        if (count < 1 || count > PATHS_MAX) {
            throw new IllegalArgumentException("""
                    The count of paths (%d) must be between 1 and %d.
                    Maybe ask several times, each with another seed.""".formatted(count, PATHS_MAX));
        }
        return DemandPaths.draw(this, count, seed);
    }

    /// Units a usual period sells: the mean over the season to come.
    public double level() {
        return composition.level();
    }

    /// How much more or less than the level each weekday sells, Monday first: 1.2 is a fifth more.
    /// Seven ones for series of weeks or months.
    public double[] weekdayFactors() {
        return composition.weekdayFactors();
    }

    /// How good the same recipe was in the past.
    public BacktestScore score() {
        return score;
    }

    /// All its figures in one form: two forecasts are the same, bit for bit, if these bytes are.
    public byte[] toBytes() {
        var name = "%s, %s, %s".formatted(model, demandClass, counted).getBytes(StandardCharsets.UTF_8);
        var figures = Stream.of(means, composition.figures(), spread.figures(), score.figures())
                .flatMapToDouble(Arrays::stream)
                .toArray();
        var bytes = ByteBuffer.allocate(name.length + Double.BYTES * figures.length);
        bytes.put(name);
        bytes.asDoubleBuffer().put(figures);
        return bytes.array();
    }

    /// What it has read, and what of that counts otherwise than it was sold.
    public Reading reading() {
        return reading;
    }

    /// What the periods from `firstPeriod` on are made of together: the level, and what trend and
    /// weekday (for weeks and months the season) make of it. [Forecaster#explain] also says what
    /// empty shelves and huge orders did to the level.
    ///
    /// @throws IllegalArgumentException if the forecast does not reach that far
    public Explanation explanation(int firstPeriod, int periods) {
        return explanation(firstPeriod, periods, levelNow(), levelNow());
    }

    /// The same, the level taken apart as well.
    ///
    /// @param asSold the level of a period if all had counted as it was sold
    /// @param marked the same, with the periods that had an empty shelf known
    Explanation explanation(int firstPeriod, int periods, double asSold, double marked) {
        requireWithin(firstPeriod, periods);
        var whole = composition.explain(firstPeriod, means[firstPeriod], asSold, marked);
        for (int i = firstPeriod + 1; i < firstPeriod + periods; i++) {
            whole = whole.plus(composition.explain(i, means[i], asSold, marked));
        }
        return whole;
    }

    /// The units that a usual period sells now, before any trend.
    double levelNow() {
        return composition.now();
    }

    /// How far demand strays from this forecast.
    ErrorSpread spread() {
        return spread;
    }

    private double meanOver(int firstPeriod, int periods) {
        requireWithin(firstPeriod, periods);
        if (periods == 1) {
            return means[firstPeriod];
        }
        return Arrays.stream(means, firstPeriod, firstPeriod + periods).sum();
    }

    private void requireWithin(int firstPeriod, int periods) {
        if (firstPeriod < 0 || periods < 1 || firstPeriod > means.length - periods) {
            throw new IllegalArgumentException("""
                    The periods (%d from %d on) are not within the horizon (%d).
                    Maybe ask for a longer horizon when forecasting.""".formatted(periods, firstPeriod, means.length));
        }
    }
}
