package io.quartermaster.forecasting;

import java.time.LocalDate;
import java.util.Random;

/// Histories of all kinds, drawn by chance: steady and slow, with gaps, empty shelves, huge
/// orders.
final class Histories {

    private static final LocalDate START = LocalDate.of(2024, 2, 29);
    private static final int PERIODS_MAX = 400;

    private Histories() {}

    static DemandSeries any(Random random) {
        var frequency = Frequency.values()[random.nextInt(Frequency.values().length)];
        double mean = Math.exp(random.nextDouble(-3, 6));
        boolean weighed = random.nextInt(4) == 0;
        boolean huge = random.nextInt(4) == 0;
        double empty = random.nextInt(3) == 0 ? 0.2 : 0;
        double drift = random.nextInt(3) == 0 ? random.nextDouble(-0.01, 0.01) : 0;
        var units = new double[random.nextInt(PERIODS_MAX)];
        var censored = new boolean[units.length];
        var shares = new double[units.length];
        for (int i = 0; i < units.length; i++) {
            double usual = mean * Math.max(0, 1 + drift * i) * (i % 7 == 5 ? 2 : i % 7 == 6 ? 0 : 1);
            units[i] = Draw.poisson(random, Math.min(2_000, usual)) * (weighed ? random.nextDouble() : 1);
            units[i] = huge && random.nextInt(90) == 0 ? 10_000 : units[i];
            units[i] = random.nextInt(50) == 0 ? Double.NaN : units[i];
            censored[i] = random.nextDouble() < empty;
            shares[i] = random.nextBoolean() ? Double.NaN : random.nextDouble();
        }
        var history = DemandSeries.of(START, frequency, units, censored);
        return random.nextBoolean() ? history : history.withSharesBeforeSoldOut(shares);
    }
}
