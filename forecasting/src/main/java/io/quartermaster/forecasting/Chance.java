package io.quartermaster.forecasting;

/// Checks of what callers hand in.
final class Chance {

    private Chance() {}

    static double require(double p) {
        if (!(p > 0 && p < 1)) { // also catches NaN
            throw new IllegalArgumentException("""
                    The p (%s) must lie between 0 and 1, both excluded.
                    Maybe it is a percentage: divide it by 100.""".formatted(p));
        }
        return p;
    }

    static double[] requireAscending(double[] chances) {
        for (int i = 0; i < chances.length; i++) {
            require(chances[i]);
            if (i > 0 && chances[i] < chances[i - 1]) {
                throw new IllegalArgumentException("""
                        The chance (%s) is less than the one before (%s).
                        Maybe sort them: the least comes first.""".formatted(chances[i], chances[i - 1]));
            }
        }
        return chances;
    }

    static void requireZeroOrMore(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) { // also catches NaN
            throw new IllegalArgumentException("The %s (%s) must be zero or more, and finite.".formatted(name, value));
        }
    }
}
