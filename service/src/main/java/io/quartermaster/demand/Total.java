package io.quartermaster.demand;

/// A total as it is kept.
///
/// @param means of each day, in ten-thousandths of a unit; parts add up to wholes exactly
/// @param deviations of each day
/// @param windows of the first day, of the first two together, and so on
/// @param lift by how much the whole varies more than if locations knew nothing of each other
/// @param alone what its own past alone says of each day; empty if that was not asked
/// @param past what was sold lately, in ten-thousandths, yesterday at the end
/// @param model which models `alone` was made by; empty likewise
/// @param counted whether it sells in whole units
/// @param forecasts of how many variants and locations it is the sum; 0 if it is a part of that
record Total(
        TotalKey key,
        long[] means,
        double[] deviations,
        double[] windows,
        double lift,
        double[] alone,
        long[] past,
        String model,
        boolean counted,
        int forecasts) {

    Total lifted(double times) {
        return new Total(key, means, deviations, windows, times, alone, past, model, counted, forecasts);
    }

    Total named(TotalKey other) {
        return new Total(other, means, deviations, windows, lift, alone, past, model, counted, forecasts);
    }
}
