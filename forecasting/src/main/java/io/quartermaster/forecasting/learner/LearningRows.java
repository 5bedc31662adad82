package io.quartermaster.forecasting.learner;

import io.quartermaster.forecasting.Reason;
import io.quartermaster.forecasting.panel.PanelSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Makes rows to learn from: periods of the past, as they looked from some origin before.
///
/// Not safe for several threads; uses those of its pool.
final class LearningRows {

    private static final int BORDER_SAMPLE = 40_000;
    private static final int ORIGINS_MOST = 3;
    private static final long SEED = 71;

    private final Surroundings surroundings;
    private final int trainedTo;
    private final int horizon;
    private final double share;
    private @Nullable Borders borders;
    private Reason[] about;

    private LearningRows(Surroundings surroundings, int trainedTo, int horizon, double share) {
        this.surroundings = surroundings;
        this.trainedTo = trainedTo;
        this.horizon = horizon;
        this.share = share;
        this.about = new Features(surroundings).about();
    }

    /// Prepares to pick rows.
    ///
    /// @param trainedTo the panel's period from which on nothing is looked at
    /// @param horizon how far before its period an origin may lie
    static LearningRows of(Surroundings surroundings, int trainedTo, int horizon, LearnerSettings settings) {
        long all = surroundings.panel.series().stream()
                .mapToLong(series -> Math.max(0, trainedTo - series.first()))
                .sum();
        double most = Math.min(horizon, ORIGINS_MOST);
        double share = Math.min(
                (double) settings.rowsMost() / Math.max(1, all),
                Math.max(1, Math.min(most, (double) settings.rowsWanted() / Math.max(1, all))));
        return new LearningRows(surroundings, trainedTo, horizon, share);
    }

    private record Place(int target, int origin) {}

    /// Picks rows of all series.
    ///
    /// @param bag each has other origins, and of large panels other periods; all have the same
    /// borders
    Rows rows(int bag) {
        return rows(bag, _ -> true);
    }

    /// Picks rows of some series.
    Rows rows(int bag, IntPredicate wanted) {
        int count = surroundings.panel.series().size();
        var places = IntStream.range(0, count)
                .parallel()
                .mapToObj(s -> wanted.test(s) ? places(s, bag) : List.<Place>of())
                .toList();
        int[] offsets = new int[count + 1];
        for (int s = 0; s < count; s++) {
            offsets[s + 1] = offsets[s] + places.get(s).size();
        }
        int rows = offsets[count];
        if (borders == null) {
            borders = borders(places, rows);
            about = about(places);
        }
        var cuts = borders;
        var bins = new byte[cuts.features()][rows];
        var target = new float[rows];
        var start = new float[rows];
        var weight = new float[rows];
        Arrays.fill(weight, 1);
        IntStream.range(0, count).parallel().forEach(s -> {
            var past = past(surroundings.panel.series().get(s));
            var features = new Features(surroundings);
            int row = offsets[s];
            for (var place : places.get(s)) {
                features.fill(s, past, place.origin(), place.target());
                for (int f = 0; f < bins.length; f++) {
                    bins[f][row] = cuts.bin(f, features.row()[f]);
                }
                target[row] = past.units(place.target());
                start[row] = features.start();
                row++;
            }
        });
        return new Rows(cuts, bins, target, start, weight);
    }

    /// What each feature is about; known as soon as rows were picked.
    Reason[] about() {
        return about;
    }

    private Reason[] about(List<List<Place>> places) {
        for (int s = 0; s < places.size(); s++) {
            for (var place : places.get(s)) {
                var features = new Features(surroundings);
                features.fill(s, past(surroundings.panel.series().get(s)), place.origin(), place.target());
                return features.about();
            }
        }
        return new Features(surroundings).about();
    }

    private SeriesPast past(PanelSeries series) {
        int known = Math.max(0, trainedTo - series.first());
        return new SeriesPast(series.units(), known, 0, surroundings.rhythm.season());
    }

    private List<Place> places(int s, int bag) {
        var series = surroundings.panel.series().get(s);
        int known = trainedTo - series.first();
        var places = new ArrayList<Place>();
        if (known <= 0) {
            return places;
        }
        var past = past(series);
        if (past.firstSale() == Integer.MAX_VALUE) {
            return places;
        }
        int earliest = past.firstSale() + Math.max(1, Math.min(surroundings.rhythm.recent(), known / 4));
        for (int t = earliest; t < known; t++) {
            if (Float.isNaN(past.units(t))) {
                continue;
            }
            for (int k = 0; k < Math.ceil(share); k++) {
                long place = ((long) s * 65_536 + t) * 8 + k;
                double chance = Math.min(1, share - k);
                if (Dice.roll(SEED + 2L * bag, place) < chance) {
                    int step = (int) (Dice.roll(SEED + 2L * bag + 1, place) * Math.min(horizon, t - earliest + 1));
                    places.add(new Place(t, t - step));
                }
            }
        }
        return places;
    }

    private Borders borders(List<List<Place>> places, int rows) {
        int every = Math.max(1, rows / BORDER_SAMPLE);
        var sample = IntStream.range(0, places.size()).parallel().mapToObj(s -> {
            var past = past(surroundings.panel.series().get(s));
            var features = new Features(surroundings);
            var own = new ArrayList<float[]>();
            for (int i = s % every; i < places.get(s).size(); i += every) {
                var place = places.get(s).get(i);
                features.fill(s, past, place.origin(), place.target());
                own.add(features.row().clone());
            }
            return own;
        });
        return Borders.of(sample.flatMap(List::stream).toArray(float[][]::new), Features.width(surroundings));
    }
}
