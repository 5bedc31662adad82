package io.quartermaster.forecasting.learner;

/// What the trees have to say of the periods to come, by series and step.
///
/// @param direct units expected, looking ahead at once
/// @param recursive units expected, looking ahead step by step
/// @param ratios variance over mean
/// @param lifts how many times its level a series is to sell because of what is planned
/// @param moved how far levels are moved, in log odds, by learnt level; empty where nothing was
/// learnt
record Learnt(float[][] direct, float[][] recursive, float[][] ratios, float[][] lifts, float[][][] moved) {

    static Learnt nothing(int series, int horizon) {
        return new Learnt(
                new float[series][horizon],
                new float[series][horizon],
                new float[series][horizon],
                new float[series][horizon],
                new float[series][horizon][0]);
    }
}
