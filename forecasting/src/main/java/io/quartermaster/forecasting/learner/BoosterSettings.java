package io.quartermaster.forecasting.learner;

/// How trees are grown.
///
/// @param bags how many times over, each time with other luck; what they say is averaged
/// @param trees how many of a bag, one upon the other
/// @param leaves the most leaves of a tree
/// @param rate how much of what a tree says is believed
/// @param leafRows the fewest rows of a leaf
/// @param shrinkage pulls the value of small leaves towards zero
/// @param loss what they make small
/// @param rowShare share of rows that a tree sees
/// @param featureShare share of features that a tree sees
/// @param seed of the chance that picks them
/// @param threads how many threads grow a tree; the trees are the same with any number
record BoosterSettings(
        int bags,
        int trees,
        int leaves,
        double rate,
        int leafRows,
        double shrinkage,
        Loss loss,
        double rowShare,
        double featureShare,
        long seed,
        int threads) {

    private static final int SPREAD_TREES = 80;
    private static final int SPREAD_LEAVES = 15;
    private static final int SPREAD_ROWS = 200;
    private static final Loss SPREAD_LOSS = new Loss.Tweedie(1.8);

    static BoosterSettings standard() {
        int threads = Math.min(8, Runtime.getRuntime().availableProcessors());
        return new BoosterSettings(3, 300, 63, 0.04, 20, 10, new Loss.Tweedie(1.1), 0.5, 0.4, 20_201, threads);
    }

    BoosterSettings withBags(int count) {
        return new BoosterSettings(
                count, trees, leaves, rate, leafRows, shrinkage, loss, rowShare, featureShare, seed, threads);
    }

    BoosterSettings withTrees(int count) {
        return new BoosterSettings(
                bags, count, leaves, rate, leafRows, shrinkage, loss, rowShare, featureShare, seed, threads);
    }

    BoosterSettings withThreads(int count) {
        return new BoosterSettings(
                bags, trees, leaves, rate, leafRows, shrinkage, loss, rowShare, featureShare, seed, count);
    }

    BoosterSettings withSeed(long other) {
        return new BoosterSettings(
                bags, trees, leaves, rate, leafRows, shrinkage, loss, rowShare, featureShare, other, threads);
    }

    /// For learning squared errors, which scatter far more than what they are errors of.
    BoosterSettings forSpread() {
        return new BoosterSettings(
                1,
                SPREAD_TREES,
                SPREAD_LEAVES,
                rate,
                SPREAD_ROWS,
                shrinkage,
                SPREAD_LOSS,
                rowShare,
                featureShare,
                seed + 31,
                threads);
    }

    /// For learning by how much quantiles differ from the usual.
    BoosterSettings forQuantile(double level, int rows) {
        return new BoosterSettings(
                1,
                SPREAD_TREES,
                SPREAD_LEAVES,
                rate,
                rows,
                shrinkage,
                new Loss.Pinball(level),
                rowShare,
                featureShare,
                seed + 57,
                threads);
    }
}
