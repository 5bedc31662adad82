package io.quartermaster.forecasting;

/// Simple exponential smoothing whose constant is the one of a few that erred least so far.
final class FittedLevel {

    private final double[] alphas;
    private final double[] values;
    private final double[] squares;
    private int count;

    FittedLevel(double... alphas) {
        this.alphas = alphas;
        this.values = new double[alphas.length];
        this.squares = new double[alphas.length];
    }

    void learn(double next) {
        count++;
        double early = 1.0 / count;
        for (int i = 0; i < values.length; i++) {
            double error = next - values[i];
            values[i] += Math.max(alphas[i], early) * error;
            squares[i] += count == 1 ? 0 : error * error;
        }
    }

    private int best() {
        int best = 0;
        for (int i = 1; i < squares.length; i++) {
            best = squares[i] < squares[best] ? i : best;
        }
        return best;
    }

    double alpha() {
        return alphas[best()];
    }

    double value() {
        return values[best()];
    }
}
