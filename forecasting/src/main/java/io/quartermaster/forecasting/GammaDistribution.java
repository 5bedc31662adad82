package io.quartermaster.forecasting;

/// The gamma distribution: its chance and its quantile, to about nine digits.
///
/// Source: W. H. Press and others, "Numerical Recipes", 3rd ed., Cambridge 2007, section 6.2
/// (series and continued fraction of the incomplete gamma function); Lanczos' approximation of
/// the gamma function, section 6.1.
final class GammaDistribution {

    private static final double NEARLY_NORMAL = 10_000;
    private static final int STEPS_MAX = 4_000;
    private static final int HALVINGS_MAX = 200;
    private static final double PRECISE = 1e-12;
    private static final double[] LANCZOS = {
        76.18009172947146,
        -86.50532032941678,
        24.01409824083091,
        -1.231739572450155,
        0.1208650973866179e-2,
        -0.5395239384953e-5
    };

    private GammaDistribution() {}

    /// The value that is not exceeded with chance `p`.
    ///
    /// Halves an interval: slower than Newton's steps, and it cannot run away. Very even demand is
    /// as good as normal.
    static double quantile(double shape, double scale, double p) {
        return scale * (shape > NEARLY_NORMAL ? cubedNormal(shape, p) : halved(shape, p));
    }

    /// E. B. Wilson, M. M. Hilferty, "The distribution of chi-square", Proceedings of the National
    /// Academy of Sciences 17 (1931) 684-688; the normal quantile by C. Hastings, "Approximations
    /// for Digital Computers", Princeton 1955, sheet 68.
    private static double cubedNormal(double shape, double p) {
        double t = Math.sqrt(-2 * Math.log(Math.min(p, 1 - p)));
        double z =
                t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
        double cubeRoot = 1 - 1 / (9 * shape) + (p < 0.5 ? -z : z) / (3 * Math.sqrt(shape));
        return shape * cubeRoot * cubeRoot * cubeRoot;
    }

    private static double halved(double shape, double p) {
        double low = 0;
        double high = shape + 4 * Math.sqrt(shape) + 4;
        while (chanceBelow(shape, high) < p) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < HALVINGS_MAX && high - low > 1e-9 * high; i++) {
            double middle = (low + high) / 2;
            if (chanceBelow(shape, middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /// The chance that a gamma value of this shape and scale one is at most `x`.
    static double chanceBelow(double shape, double x) {
        if (x <= 0) {
            return 0;
        }
        double front = Math.exp(shape * Math.log(x) - x - logGamma(shape));
        return x < shape + 1 ? front * series(shape, x) : 1 - front * fraction(shape, x);
    }

    private static double series(double shape, double x) {
        double term = 1 / shape;
        double sum = term;
        for (int i = 1; i <= STEPS_MAX && term > sum * PRECISE; i++) {
            term *= x / (shape + i);
            sum += term;
        }
        return sum;
    }

    private static double fraction(double shape, double x) {
        double tiny = 1e-300;
        double b = x + 1 - shape;
        double c = 1 / tiny;
        double d = 1 / b;
        double h = d;
        for (int i = 1; i <= STEPS_MAX; i++) {
            double a = -i * (i - shape);
            b += 2;
            d = 1 / awayFromZero(a * d + b, tiny);
            c = awayFromZero(b + a / c, tiny);
            double change = d * c;
            h *= change;
            if (Math.abs(change - 1) < PRECISE) {
                break;
            }
        }
        return h;
    }

    private static double awayFromZero(double value, double tiny) {
        return Math.abs(value) < tiny ? tiny : value;
    }

    private static double logGamma(double x) {
        double t = x + 5.5;
        double sum = 1.000000000190015;
        for (int i = 0; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x + 1 + i);
        }
        return Math.log(2.5066282746310007 * sum / x) - t + (x + 0.5) * Math.log(t);
    }
}
