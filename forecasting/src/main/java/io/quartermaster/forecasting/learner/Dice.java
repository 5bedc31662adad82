package io.quartermaster.forecasting.learner;

/// Chance that always falls the same: a number from a seed and a place, without any state, so
/// that the order in which threads ask makes no difference.
///
/// Source: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators",
/// OOPSLA 2014 (the mixing function of SplitMix64).
final class Dice {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private Dice() {}

    /// A number of [0, 1).
    static double roll(long seed, long place) {
        return (mix(seed * STEP + place) >>> 11) * 0x1.0p-53;
    }

    private static long mix(long value) {
        long z = value + STEP;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
