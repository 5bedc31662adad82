package io.quartermaster.forecasting.learner;

import io.quartermaster.forecasting.command.HiddenEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Rows of features as they are, before anybody bins them.
record PlainRows(List<PlainRow> rows) {

    private static final long SEED = 71;
    private static final int WIDTH = 60;
    private static final int TELLING = 8;

    /// One of them.
    ///
    /// @param start the logarithm of what is expected before any tree has spoken
    record PlainRow(float[] features, float start, float came) {}

    /// Each period of the past, as it looked from some origin within a horizon before it; of
    /// large panels a part, picked by chance.
    static PlainRows past(Surroundings surroundings, int most) {
        var panel = surroundings.panel;
        long all = panel.series().stream().mapToLong(series -> series.units().length).sum();
        double share = Math.min(1, most / (double) all);
        return new PlainRows(IntStream.range(0, panel.series().size())
                .parallel()
                .mapToObj(s -> past(surroundings, s, share))
                .flatMap(List::stream)
                .toList());
    }

    private static List<PlainRow> past(Surroundings surroundings, int s, double share) {
        float[] units = surroundings.panel.series().get(s).units();
        var past = new SeriesPast(units, units.length, 0, surroundings.rhythm.season());
        var rows = new ArrayList<PlainRow>();
        if (past.firstSale() == Integer.MAX_VALUE) {
            return rows;
        }
        var features = new Features(surroundings);
        int earliest = past.firstSale() + Math.max(1, Math.min(surroundings.rhythm.recent(), units.length / 4));
        for (int t = earliest; t < units.length; t++) {
            long place = (long) s * 65_536 + t;
            if (!Float.isNaN(past.units(t)) && Dice.roll(SEED, place) < share) {
                int reach = Math.min(surroundings.panel.horizon(), t - earliest + 1);
                features.fill(s, past, t - (int) (Dice.roll(SEED + 1, place) * reach), t);
                rows.add(new PlainRow(features.row().clone(), features.start(), past.units(t)));
            }
        }
        return rows;
    }

    /// The hidden periods, all seen from the end of the past.
    static PlainRows hidden(Surroundings surroundings, HiddenEnd end) {
        var rows = new ArrayList<PlainRow>();
        var features = new Features(surroundings);
        int horizon = surroundings.panel.horizon();
        var pasts = surroundings.panel.series().stream()
                .map(one ->
                        new SeriesPast(one.units(), one.units().length, horizon, surroundings.rhythm.season()))
                .toList();
        for (var asked : end.asked()) {
            var past = pasts.get(asked.series());
            if (Float.isFinite(asked.came()) && past.firstSale() < Integer.MAX_VALUE) {
                int from = surroundings.panel.series().get(asked.series()).units().length;
                features.fill(asked.series(), past, from, from + asked.step());
                rows.add(new PlainRow(features.row().clone(), features.start(), Math.max(0, asked.came())));
            }
        }
        return new PlainRows(rows);
    }

    /// Made-up ones, of which a few features tell something.
    static PlainRows madeUp(int count) {
        var random = new Random(SEED);
        return new PlainRows(IntStream.range(0, count)
                .mapToObj(_ -> {
                    var features = new float[WIDTH];
                    double log = 0;
                    for (int f = 0; f < WIDTH; f++) {
                        features[f] = random.nextFloat();
                        log += f < TELLING ? features[f] * (f - TELLING / 2) / 2 : 0;
                    }
                    return new PlainRow(
                            features, 0, (float) Math.floor(Math.exp(log) * -Math.log(1 - random.nextDouble())));
                })
                .toList());
    }

    int count() {
        return rows.size();
    }

    int width() {
        return rows.getFirst().features().length;
    }

    float[][] features() {
        return rows.stream().map(PlainRow::features).toArray(float[][]::new);
    }

    float[] came() {
        return column(false);
    }

    float[] starts() {
        return column(true);
    }

    private float[] column(boolean start) {
        var column = new float[count()];
        for (int r = 0; r < column.length; r++) {
            column[r] = start ? rows.get(r).start() : rows.get(r).came();
        }
        return column;
    }
}
