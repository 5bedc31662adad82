package io.quartermaster.forecasting;

import java.time.LocalDate;
import java.util.Random;

/// Made-up sales: Poisson draws by weekday around levels spread as in a supermarket.
final class MadeUp {

    static final double[] WEEK = {0.93, 0.87, 0.87, 0.88, 1.0, 1.22, 1.23};
    private static final double PART = 20;

    private MadeUp() {}

    /// Knuth's product of uniforms, in parts so that it does not underflow.
    static int poisson(Random random, double mean) {
        int count = 0;
        for (double left = mean; left > 0; left -= PART) {
            double limit = Math.exp(-Math.min(left, PART));
            double product = random.nextDouble();
            while (product > limit) {
                product *= random.nextDouble();
                count++;
            }
        }
        return count;
    }

    static DemandSeries series(int number, int days) {
        var random = new Random(number);
        double level = Math.exp(-0.2 + 1.2 * random.nextGaussian());
        var units = new double[days];
        for (int day = 0; day < days; day++) {
            units[day] = poisson(random, level * WEEK[day % WEEK.length]);
        }
        return DemandSeries.daily(LocalDate.of(2011, 1, 31), units);
    }
}
