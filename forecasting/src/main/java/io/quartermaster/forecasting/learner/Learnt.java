package io.quartermaster.forecasting.learner;

import java.util.Arrays;

/// What the trees have to say of the periods to come, by series and step.
///
/// @param direct units expected, looking ahead at once
/// @param recursive units expected, looking ahead step by step
/// @param ratios variance over mean
/// @param lifts how many times its level a series is to sell because of what is planned
/// @param moved how far levels are moved, in log odds, by learnt level; empty where nothing was
/// learnt
record Learnt(float[][] direct, float[][] recursive, float[][] ratios, float[][] lifts, float[][][] moved) {

    private static final float[] UNMOVED = {};

    static Learnt nothing(int series, int horizon) {
        var moved = new float[series][horizon][];
        for (float[][] steps : moved) {
            Arrays.fill(steps, UNMOVED);
        }
        return new Learnt(
                new float[series][horizon],
                new float[series][horizon],
                new float[series][horizon],
                new float[series][horizon],
                moved);
    }
}
