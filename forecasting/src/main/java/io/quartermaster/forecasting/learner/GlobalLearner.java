package io.quartermaster.forecasting.learner;

import io.quartermaster.forecasting.panel.Panel;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Learns from all series of a panel together, and forecasts each.
///
/// Two boosters: the *direct* one has learnt to look any number of periods ahead at once; the
/// *recursive* one looks one period ahead, and takes what it expects for granted on its way.
///
/// Source: S. Makridakis, E. Spiliotis, V. Assimakopoulos, "M5 accuracy competition: results,
/// findings, and conclusions", International Journal of Forecasting 38 (2022) 1346-1364.
final class GlobalLearner {

    /// Where [#forecast] puts variance over mean.
    static final int SPREAD = 2;
    /// Where it puts what plans do to a usual period.
    static final int LIFT = 3;

    private final Surroundings surroundings;
    private final int horizon;
    private final Booster direct;
    private final Booster recursive;
    private final Booster spread;

    private GlobalLearner(Surroundings surroundings, int horizon, Booster direct, Booster recursive, Booster spread) {
        this.surroundings = surroundings;
        this.horizon = horizon;
        this.direct = direct;
        this.recursive = recursive;
        this.spread = spread;
    }

    /// Learns from the panel's periods before `trainedTo`.
    static GlobalLearner fit(Panel panel, int trainedTo, LearnerSettings settings) {
        var surroundings = new Surroundings(panel, trainedTo);
        var ahead = LearningRows.of(surroundings, trainedTo, panel.horizon(), settings);
        var direct = Booster.fit(ahead::rows, settings.booster());
        // Seen from origins that no bag has learnt from, errors are nearer to those of days to come.
        var others = ahead.rows(settings.booster().bags());
        var spread = Booster.fit(strayed(others, direct), settings.booster().forSpread());
        var step = LearningRows.of(surroundings, trainedTo, 1, settings);
        var recursive = Booster.fit(
                step::rows, settings.booster().withSeed(settings.booster().seed() + 7_919));
        return new GlobalLearner(surroundings, panel.horizon(), direct, recursive, spread);
    }

    /// Squared errors, to be learnt on top of the forecast itself: the spread of pure chance.
    private static Rows strayed(Rows rows, Booster direct) {
        var squares = new float[rows.count()];
        var start = new float[rows.count()];
        IntStream.range(0, rows.count()).parallel().forEach(r -> {
            double said = direct.expected(rows, r);
            double off = rows.target()[r] - said;
            squares[r] = (float) (off * off);
            start[r] = (float) Math.log(Math.max(said, 1e-6));
        });
        return rows.of(squares, start);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Booster booster(boolean stepwise) {
        return stepwise ? recursive : direct;
    }

    /// What is expected of every series in the periods from `origin` on.
    ///
    /// @return by voice (direct, recursive; then variance over mean, and lift), series and step
    /// @param origin a period of the panel; nothing from then on is looked at
    float[][][] forecast(int origin) {
        int count = surroundings.panel.series().size();
        var means = new float[4][count][horizon];
        var seen = surroundings.at(origin);
        IntStream.range(0, count).parallel().forEach(s -> {
            means[0][s] = forecast(seen, s, origin, false, means[SPREAD][s], means[LIFT][s]);
            means[1][s] = forecast(seen, s, origin, true, means[SPREAD][s], means[LIFT][s]);
        });
        return means;
    }

    private float[] forecast(
            Surroundings seen, int series, int origin, boolean stepwise, float[] ratios, float[] lifts) {
        var own = surroundings.panel.series().get(series);
        int from = origin - own.first();
        var means = new float[horizon];
        if (from <= 0) {
            return means;
        }
        var past = new SeriesPast(own.units(), from, horizon, surroundings.rhythm.season());
        if (past.firstSale() == Integer.MAX_VALUE) {
            return means;
        }
        var features = new Features(seen);
        var bins = new byte[features.row().length];
        var booster = stepwise ? recursive : direct;
        for (int h = 0; h < horizon; h++) {
            features.fill(series, past, stepwise ? from + h : from, from + h);
            booster.borders().bin(features.row(), bins);
            means[h] = (float) Math.exp(features.start() + booster.at(bins));
            if (!stepwise) {
                ratios[h] = (float) Math.exp(spread.at(bins));
                lifts[h] = (float) features.lift();
            } else {
                past.add(means[h]);
            }
        }
        return Arrays.copyOf(means, horizon);
    }
}
