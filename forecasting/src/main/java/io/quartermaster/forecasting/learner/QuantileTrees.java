package io.quartermaster.forecasting.learner;

import io.quartermaster.forecasting.Reason;
import io.quartermaster.forecasting.WindowDemand;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Learnt quantiles: at which levels demand must be asked for in this very period, of this very
/// series, as far as trees have found out what the figures that trees look at have to do with it.
///
/// Mean and spread say how demand scatters if it scatters as usual. What came lay at some place
/// between zero and one of that; trees learn quantiles of these places, on the scale of log odds,
/// under the pinball loss. Where they find nothing, levels stay as they are.
///
/// ```
/// level'(p) = odds⁻¹(odds(level(p)) + share · (moved(p) - moved)),  odds(p) = log(p / (1 - p))
/// ```
///
/// `moved` is the mean over the middle levels: what moves all levels alike would be another mean,
/// and that is what the voices are for. The trees do not see the date: what came on days seen
/// once or twice is luck.
///
/// Source: R. Koenker, G. Bassett, "Regression quantiles", Econometrica 46 (1978) 33-50; for
/// counts, whose place within a whole unit is picked evenly: J. A. F. Machado, J. M. C. Santos
/// Silva, "Quantiles for counts", Journal of the American Statistical Association 100 (2005)
/// 1226-1237.
final class QuantileTrees {

    /// Levels that are learnt; between them, what is moved is interpolated.
    private static final double[] LEVELS = {.05, .25, .5, .75, .95, .99};
    private static final int MIDDLE_FROM = 1;
    private static final int MIDDLE_TO = 5;
    private static final double CHANCE_LEAST = 1e-6;
    private static final double RARE_ROWS = 20;
    private static final long SEED = 1_013;

    private final Booster[] boosters;

    private QuantileTrees(Booster[] boosters) {
        this.boosters = boosters;
    }

    /// Learns.
    ///
    /// @param rows of the series that matter
    /// @param about what their features are about
    /// @param direct what is expected of them
    /// @param spread how far from that they stray, squared
    static QuantileTrees fit(
            Rows rows, Reason[] about, Booster direct, Booster spread, BoosterSettings settings, boolean counted) {
        float[] places = places(rows, direct, spread, counted);
        var seen = rows.blindTo(f -> about[f] == Reason.SEASON || about[f] == Reason.TREND);
        float[] sorted = places.clone();
        Arrays.sort(sorted);
        var boosters = new Booster[LEVELS.length];
        for (int i = 0; i < LEVELS.length; i++) {
            var start = new float[rows.count()];
            Arrays.fill(start, sorted.length == 0 ? 0 : sorted[(int) (LEVELS[i] * (sorted.length - 1))]);
            int leafRows = (int) Math.ceil(RARE_ROWS / Math.min(LEVELS[i], 1 - LEVELS[i]));
            boosters[i] = Booster.fit(seen.of(places, start), settings.forQuantile(LEVELS[i], leafRows));
        }
        return new QuantileTrees(boosters);
    }

    /// Where what came lay in what was to be expected, in log odds.
    private static float[] places(Rows rows, Booster direct, Booster spread, boolean counted) {
        var places = new float[rows.count()];
        IntStream.range(0, rows.count()).parallel().forEach(r -> {
            double mean = direct.expected(rows, r);
            double variance = mean * Math.exp(spread.at(rows, r));
            var demand = new WindowDemand(mean, Math.sqrt(variance), counted);
            places[r] = (float) odds(place(demand, rows.target()[r], counted, Dice.roll(SEED, r)));
        });
        return places;
    }

    /// Within a whole unit the place is picked evenly.
    static double place(WindowDemand demand, double came, boolean counted, double within) {
        double high = demand.chanceCoveredBy(came);
        double low = counted ? demand.chanceCoveredBy(came - 1) : high;
        return Math.clamp(low + within * (high - low), CHANCE_LEAST, 1 - CHANCE_LEAST);
    }

    /// How far levels are moved, by learnt level, of a binned row.
    float[] moved(byte[] row) {
        var moved = new float[LEVELS.length];
        float all = 0;
        for (int i = 0; i < moved.length; i++) {
            moved[i] = (float) boosters[i].at(row);
            all += i >= MIDDLE_FROM && i < MIDDLE_TO ? moved[i] : 0;
        }
        for (int i = 0; i < moved.length; i++) {
            moved[i] -= all / (MIDDLE_TO - MIDDLE_FROM);
        }
        return moved;
    }

    /// The level to ask for in place of another.
    ///
    /// @param moved how far levels are moved; empty if nothing was learnt
    /// @param share how much of that is believed
    static double level(double level, double p, float[] moved, double share) {
        return moved.length == 0 || share == 0 ? level : chance(odds(level) + share * between(p, moved));
    }

    private static double between(double p, float[] moved) {
        int above = 0;
        while (above < LEVELS.length && LEVELS[above] < p) {
            above++;
        }
        if (above == 0 || above == LEVELS.length) {
            return moved[Math.min(above, LEVELS.length - 1)];
        }
        double low = odds(LEVELS[above - 1]);
        double way = (odds(p) - low) / (odds(LEVELS[above]) - low);
        return moved[above - 1] + way * (moved[above] - moved[above - 1]);
    }

    static double odds(double p) {
        return Math.log(p / (1 - p));
    }

    static double chance(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }
}
