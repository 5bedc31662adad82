package io.quartermaster.forecasting.learner;

import io.quartermaster.forecasting.Frequency;

/// The stretches of time that a frequency thinks in.
///
/// @param season periods of a week for days, of a year for weeks and months
/// @param recent periods that count as "lately"
/// @param year periods of a year, in whole weeks for days
/// @param around how far around the same day of last year counts as the same time
/// @param memory how far back similar plans are looked for
/// @param windows over which means are taken
record Rhythm(int season, int recent, int year, int around, int memory, int[] windows) {

    /// Periods over which a plan's usual value is taken.
    int usual() {
        return 4 * recent;
    }

    static Rhythm of(Frequency frequency) {
        return switch (frequency) {
            case DAILY -> new Rhythm(7, 28, 364, 3, 364, new int[] {1, 3, 7, 14, 28, 56, 112, 364});
            case WEEKLY -> new Rhythm(52, 13, 52, 1, 104, new int[] {1, 2, 4, 8, 13, 26, 52});
            case MONTHLY -> new Rhythm(12, 6, 12, 0, 36, new int[] {1, 2, 3, 6, 12, 24});
        };
    }
}
