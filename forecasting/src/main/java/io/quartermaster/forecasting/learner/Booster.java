package io.quartermaster.forecasting.learner;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Trees grown one upon the other, each on what those before it left unexplained under a [Loss].
///
/// Source: J. H. Friedman, "Greedy function approximation: a gradient boosting machine", Annals
/// of Statistics 29 (2001) 1189-1232.
///
/// Several such rows of trees are averaged (L. Breiman, "Bagging predictors", Machine Learning
/// 24, 1996, 123-140). The same rows and settings give the same trees, bit for bit, with any
/// number of threads.
final class Booster {

    private static final int CHUNK = 8_192;
    private static final long BAG_STEP = 1_000_003;

    private final Borders borders;
    private final List<Tree> trees;

    private Booster(Borders borders, List<Tree> trees) {
        this.borders = borders;
        this.trees = List.copyOf(trees);
    }

    Borders borders() {
        return borders;
    }

    /// Learns; with nothing to learn from there are no trees, and the start is the forecast.
    static Booster fit(Rows rows, BoosterSettings settings) {
        return fit(_ -> rows, settings);
    }

    /// Learns each bag from rows of its own.
    ///
    /// @param samples rows by bag, all with the same borders
    static Booster fit(IntFunction<Rows> samples, BoosterSettings settings) {
        if (settings.threads() == 1 || ForkJoinTask.inForkJoinPool()) { // the caller's threads will do
            return bags(samples, settings);
        }
        try (var pool = new ForkJoinPool(settings.threads())) {
            return pool.submit(() -> bags(samples, settings)).join();
        }
    }

    /// Grows all over again with other luck, and lets each bag have its share: what a single bag
    /// makes of chance differs by half a per cent of the error, more than most features are worth.
    private static Booster bags(IntFunction<Rows> samples, BoosterSettings settings) {
        var trees = new ArrayList<Tree>();
        var borders = new Borders(new float[0][]);
        for (int bag = 0; bag < settings.bags(); bag++) {
            var rows = samples.apply(bag);
            borders = rows.borders();
            for (var tree : grow(rows, settings.withSeed(settings.seed() + bag * BAG_STEP))) {
                trees.add(tree.shrunk(1f / settings.bags()));
            }
        }
        return new Booster(borders, trees);
    }

    private static List<Tree> grow(Rows rows, BoosterSettings settings) {
        var usable = usable(rows, settings.loss());
        var trees = new ArrayList<Tree>();
        if (usable.length < 2 * settings.leafRows() || rows.bins().length == 0) {
            return trees;
        }
        var score = rows.start().clone();
        var slope = new float[rows.count()];
        var curve = new float[rows.count()];
        var picked = new int[usable.length];
        var grower = new TreeGrower(rows, settings);
        for (int t = 0; t < settings.trees(); t++) {
            derive(rows, score, slope, curve, settings);
            int count = pick(usable, picked, settings, t);
            var tree = grower.grow(picked, count, features(rows.bins().length, settings, t), slope, curve);
            trees.add(tree);
            chunks(rows.count(), settings).forEach(chunk -> {
                for (int r = chunk * CHUNK; r < Math.min(rows.count(), (chunk + 1) * CHUNK); r++) {
                    score[r] += tree.at(rows.bins(), r);
                }
            });
        }
        return trees;
    }

    private static int[] usable(Rows rows, Loss loss) {
        return IntStream.range(0, rows.count())
                .filter(r ->
                        loss.learnsFrom(rows.target()[r]) && Float.isFinite(rows.start()[r]) && rows.weight()[r] > 0)
                .toArray();
    }

    private static IntStream chunks(int rows, BoosterSettings settings) {
        var chunks = IntStream.range(0, (rows + CHUNK - 1) / CHUNK);
        return settings.threads() > 1 ? chunks.parallel() : chunks;
    }

    private static void derive(Rows rows, float[] score, float[] slope, float[] curve, BoosterSettings settings) {
        chunks(rows.count(), settings).forEach(chunk -> {
            int to = Math.min(rows.count(), (chunk + 1) * CHUNK);
            settings.loss().derive(rows, score, chunk * CHUNK, to, slope, curve);
        });
    }

    private static int pick(int[] usable, int[] into, BoosterSettings settings, int tree) {
        int count = 0;
        for (int row : usable) {
            if (Dice.roll(settings.seed() + 2L * tree, row) < settings.rowShare()) {
                into[count++] = row;
            }
        }
        return count;
    }

    private static int[] features(int all, BoosterSettings settings, int tree) {
        var some = IntStream.range(0, all)
                .filter(f -> Dice.roll(settings.seed() + 2L * tree + 1, f) < settings.featureShare())
                .toArray();
        return some.length == 0 ? IntStream.range(0, all).toArray() : some;
    }

    /// What the trees expect of a row that they may have learnt from; for losses on a logarithmic
    /// scale.
    double expected(Rows rows, int row) {
        return Math.exp(Math.clamp(rows.start()[row] + at(rows, row), -Loss.SCORE_MAX, Loss.SCORE_MAX));
    }

    /// What the trees add to the start of a row that they may have learnt from.
    double at(Rows rows, int row) {
        double sum = 0;
        for (var tree : trees) {
            sum += tree.at(rows.bins(), row);
        }
        return Math.clamp(sum, -Loss.SCORE_MAX, Loss.SCORE_MAX);
    }

    int trees() {
        return trees.size();
    }

    /// Adds to each feature how far it moves the score of a binned row.
    ///
    /// @return how far the trees move that of any row
    double explain(byte[] row, double[] moved) {
        double any = 0;
        for (var tree : trees) {
            any += tree.explain(row, moved);
        }
        return any;
    }

    /// What the trees add to the start of a binned row.
    double at(byte[] row) {
        double sum = 0;
        for (var tree : trees) {
            sum += tree.at(row);
        }
        return Math.clamp(sum, -Loss.SCORE_MAX, Loss.SCORE_MAX);
    }
}
