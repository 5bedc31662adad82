package io.quartermaster.planning;

/// What a figure must be before one may reckon with it.
final class Figures {

    private Figures() {}

    static double requireZeroOrMore(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) { // also catches NaN
            throw new IllegalArgumentException("The %s (%s) must be zero or more.".formatted(name, value));
        }
        return value;
    }

    static double requireChance(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("""
                    The %s (%s) must be between 0 and 1.
                    Maybe it was given in percent: 95 %% is 0.95.""".formatted(name, value));
        }
        return value;
    }
}
