package io.quartermaster.forecasting;

import java.util.Random;

/// Demand drawn from known distributions, so that a forecast can be held against the truth.
final class Draw {

    private static final double PART = 20;

    private Draw() {}

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

    static int negativeBinomial(Random random, double mean, double size) {
        return poisson(random, gamma(random, size) * mean / size);
    }

    /// Marsaglia and Tsang 2000; for shapes below one lifted by a power of a uniform.
    private static double gamma(Random random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        while (true) {
            double normal = random.nextGaussian();
            double v = Math.pow(1 + normal / Math.sqrt(9 * d), 3);
            if (v > 0 && Math.log(random.nextDouble()) < normal * normal / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
