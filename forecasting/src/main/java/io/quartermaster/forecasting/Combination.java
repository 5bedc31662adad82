package io.quartermaster.forecasting;

import java.util.ArrayList;
import java.util.List;

/// How much each model has to say on one series: the better its backtest, the more.
///
/// A mean of several fair models beats the pick of the one that looked best, so models are only
/// dropped when they were clearly worse than the best; the others weigh by how small their
/// squared errors were.
///
/// ```
/// weight ∝ (best mean squared error / own mean squared error)²
/// ```
///
/// Source: J. M. Bates, C. W. J. Granger, "The combination of forecasts", Operational Research
/// Quarterly 20 (1969) 451-468; dropping the worst: R. T. Clemen, "Combining forecasts: a review
/// and annotated bibliography", International Journal of Forecasting 5 (1989) 559-583.
final class Combination {

    private static final double SHARPNESS = 2;
    private static final double CLEARLY_WORSE = 1.3;

    private final double[] weights;
    private final double[][] said;

    private Combination(double[] weights, Backtest backtest) {
        this.weights = weights;
        this.said = new double[backtest.originCount()][];
        for (int o = 0; o < said.length; o++) {
            said[o] = together(backtest, o);
        }
    }

    private double[] together(Backtest backtest, int origin) {
        var path = new double[backtest.steps(origin)];
        for (int m = 0; m < weights.length; m++) {
            addTo(path, weights[m], backtest.said(origin, m));
        }
        return path;
    }

    private static void addTo(double[] path, double weight, double[] said) {
        for (int s = 0; s < path.length && weight > 0; s++) {
            path[s] += weight * said[s];
        }
    }

    static Combination of(Backtest backtest, List<ForecastModel> shelf) {
        int models = shelf.size();
        var errors = new double[models];
        double best = Double.POSITIVE_INFINITY;
        for (int m = 0; m < models; m++) {
            errors[m] = meanSquaredError(backtest, m);
            best = Math.min(best, errors[m]);
        }
        var weights = new double[models];
        double sum = 0;
        for (int m = 0; m < models; m++) {
            weights[m] = weight(errors[m], best, shelf.get(m).isYardstick());
            sum += weights[m];
        }
        for (int m = 0; m < models; m++) {
            weights[m] = sum > 0 ? weights[m] / sum : 1.0 / models; // zero if all are yardsticks
        }
        return new Combination(weights, backtest);
    }

    private static double weight(double error, double best, boolean yardstick) {
        if (Double.isNaN(error)) { // nothing was tried
            return yardstick ? 0 : 1;
        }
        if (error <= best) {
            return 1;
        }
        return yardstick || error > CLEARLY_WORSE * best ? 0 : Math.pow(best / error, SHARPNESS);
    }

    /// `NaN` if nothing is known of what came.
    private static double meanSquaredError(Backtest backtest, int model) {
        double sum = 0;
        int count = 0;
        for (int o = 0; o < backtest.originCount(); o++) {
            double[] came = backtest.came(o);
            double[] said = backtest.said(o, model);
            for (int s = 0; s < came.length; s++) {
                double error = came[s] - said[s];
                if (!Double.isNaN(error)) {
                    sum += error * error;
                    count++;
                }
            }
        }
        return sum / count;
    }

    /// What the models together would have said at an origin in the past.
    double[] said(int origin) {
        return said[origin];
    }

    /// What the models together say now of the periods to come.
    double[] ahead(Backtest backtest, int horizon) {
        var means = new double[horizon];
        for (int m = 0; m < weights.length; m++) {
            addTo(means, weights[m], backtest.ahead(m));
        }
        return means;
    }

    /// The names of the models that had a say.
    String names(List<ForecastModel> models) {
        var names = new ArrayList<String>();
        for (int m = 0; m < weights.length; m++) {
            if (weights[m] > 0) {
                names.add(models.get(m).name());
            }
        }
        return String.join(" + ", names);
    }
}
