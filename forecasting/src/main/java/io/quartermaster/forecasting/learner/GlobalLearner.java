package io.quartermaster.forecasting.learner;

import io.quartermaster.forecasting.panel.Panel;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Learns from all series of a panel together, and forecasts each.
///
/// Two boosters: the *direct* one has learnt to look any number of periods ahead at once; the
/// *recursive* one looks one period ahead, and takes what it expects for granted on its way. More
/// trees learn how far demand strays from that, and of the items that matter its quantiles.
///
/// Source: S. Makridakis, E. Spiliotis, V. Assimakopoulos, "M5 accuracy competition: results,
/// findings, and conclusions", International Journal of Forecasting 38 (2022) 1346-1364.
final class GlobalLearner {

    private final Surroundings surroundings;
    private final int horizon;
    private final Booster direct;
    private final Booster recursive;
    private final Booster spread;
    private final boolean[] matter;
    private final QuantileTrees quantiles;

    private GlobalLearner(
            Surroundings surroundings,
            int horizon,
            Booster direct,
            Booster recursive,
            Booster spread,
            boolean[] matter,
            QuantileTrees quantiles) {
        this.surroundings = surroundings;
        this.horizon = horizon;
        this.direct = direct;
        this.recursive = recursive;
        this.spread = spread;
        this.matter = matter;
        this.quantiles = quantiles;
    }

    /// Learns from the panel's periods before `trainedTo`.
    static GlobalLearner fit(Panel panel, int trainedTo, LearnerSettings settings) {
        var surroundings = new Surroundings(panel, trainedTo);
        var ahead = LearningRows.of(surroundings, trainedTo, panel.horizon(), settings);
        var direct = Booster.fit(ahead::rows, settings.booster());
        // Seen from origins that no bag has learnt from, errors are nearer to those of days to come.
        var others = ahead.rows(settings.booster().bags());
        var spread = Booster.fit(strayed(others, direct), settings.booster().forSpread());
        var matter = BestSellers.of(surroundings, trainedTo);
        var quantiles = QuantileTrees.fit(
                ahead.rows(settings.booster().bags() + 1, s -> matter[s]),
                ahead.about(),
                direct,
                spread,
                settings.booster(),
                surroundings.counted);
        var step = LearningRows.of(surroundings, trainedTo, 1, settings);
        var recursive = Booster.fit(
                step::rows, settings.booster().withSeed(settings.booster().seed() + 7_919));
        return new GlobalLearner(surroundings, panel.horizon(), direct, recursive, spread, matter, quantiles);
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
    /// @param origin a period of the panel; nothing from then on is looked at
    Learnt forecast(int origin) {
        int count = surroundings.panel.series().size();
        var learnt = Learnt.nothing(count, horizon);
        var seen = surroundings.at(origin);
        IntStream.range(0, count).parallel().forEach(s -> {
            direct(seen, s, origin, learnt);
            recursive(seen, s, origin, learnt.recursive()[s]);
        });
        return learnt;
    }

    private void direct(Surroundings seen, int series, int origin, Learnt learnt) {
        var past = past(series, origin);
        if (past == null) {
            return;
        }
        int from = origin - surroundings.panel.series().get(series).first();
        var features = new Features(seen);
        var bins = new byte[features.row().length];
        for (int h = 0; h < horizon; h++) {
            features.fill(series, past, from, from + h);
            direct.borders().bin(features.row(), bins);
            learnt.direct()[series][h] = (float) Math.exp(features.start() + direct.at(bins));
            learnt.ratios()[series][h] = (float) Math.exp(spread.at(bins));
            learnt.lifts()[series][h] = (float) features.lift();
            if (matter[series]) {
                learnt.moved()[series][h] = quantiles.moved(bins);
            }
        }
    }

    private void recursive(Surroundings seen, int series, int origin, float[] means) {
        var past = past(series, origin);
        if (past == null) {
            return;
        }
        int from = origin - surroundings.panel.series().get(series).first();
        var features = new Features(seen);
        var bins = new byte[features.row().length];
        for (int h = 0; h < horizon; h++) {
            features.fill(series, past, from + h, from + h);
            recursive.borders().bin(features.row(), bins);
            means[h] = (float) Math.exp(features.start() + recursive.at(bins));
            past.add(means[h]);
        }
    }

    /// Nothing if it never sold.
    private @Nullable SeriesPast past(int series, int origin) {
        var own = surroundings.panel.series().get(series);
        int from = origin - own.first();
        if (from <= 0) {
            return null;
        }
        var past = new SeriesPast(own.units(), from, horizon, surroundings.rhythm.season());
        return past.firstSale() == Integer.MAX_VALUE ? null : past;
    }
}
