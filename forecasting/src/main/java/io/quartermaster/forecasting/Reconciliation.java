package io.quartermaster.forecasting;

import java.util.Arrays;
import java.util.BitSet;

/// Makes forecasts of series and of their totals agree: of all series that sum up, those closest
/// to what was forecast, each distance counted in its own uncertainty.
///
/// With b the series, ŷ the forecasts of the totals and v, V the variances of their errors it is
/// the least Σ (b − b̂)² / v + Σ (Σ b − ŷ)² / V: weighted least squares reconciliation, which is
/// MinT with a diagonal covariance. The equations are solved by conjugate gradients, so that they
/// cost as much as a few sums over the hierarchy, however many series there are. Demand is not
/// negative: series that would be are set to zero and the rest is solved again.
///
/// Sources: Wickramasuriya, Athanasopoulos, Hyndman, "Optimal forecast reconciliation using trace
/// minimization", JASA 114 (2019); Wickramasuriya, Turlach, Hyndman, "Optimal non-negative
/// forecast reconciliation", Statistics and Computing 30 (2020).
public final class Reconciliation {

    private static final int STEPS_MAX = 500;
    private static final int ROUNDS_MAX = 20;
    private static final double PRECISION = 1e-12;

    /// A forecast that is never wrong would be divided by nothing.
    private static final double VARIANCE_MIN = 1e-9;

    private final Hierarchy hierarchy;
    private final double[] seriesWeights;
    private final double[] totalWeights;

    /// @param seriesVariances of the errors of the series' forecasts, in squared units
    /// @param totalVariances likewise of the totals'
    public Reconciliation(Hierarchy hierarchy, double[] seriesVariances, double[] totalVariances) {
        Hierarchy.requireLength("seriesVariances", seriesVariances, hierarchy.series());
        Hierarchy.requireLength(
                "totalVariances", totalVariances, hierarchy.totals().size());
        this.hierarchy = hierarchy;
        this.seriesWeights = weights(seriesVariances);
        this.totalWeights = weights(totalVariances);
    }

    /// The series that agree with each other and, as far as may be, with all forecasts; their sums
    /// are [Hierarchy#sums]. Never negative.
    ///
    /// @param series forecast means of one period, not negative
    /// @param totals forecast means of the totals in the same period
    public double[] reconcile(double[] series, double[] totals) {
        Hierarchy.requireLength("series", series, hierarchy.series());
        Hierarchy.requireLength("totals", totals, hierarchy.totals().size());
        var target = new double[series.length];
        var fromTotals = hierarchy.spread(times(totalWeights, totals));
        for (int i = 0; i < target.length; i++) {
            target[i] = seriesWeights[i] * series[i] + fromTotals[i];
        }
        var atZero = new BitSet(series.length);
        var solution = solve(series, target, atZero);
        for (int round = 0; round < ROUNDS_MAX && hold(solution, atZero); round++) {
            solution = solve(solution, target, atZero);
        }
        for (int i = 0; i < solution.length; i++) {
            solution[i] = Math.max(0, solution[i]);
        }
        return solution;
    }

    /// Sets what is negative to zero.
    ///
    /// @return whether there was anything
    private static boolean hold(double[] solution, BitSet atZero) {
        boolean any = false;
        for (int i = 0; i < solution.length; i++) {
            if (solution[i] < 0) {
                solution[i] = 0;
                atZero.set(i);
                any = true;
            }
        }
        return any;
    }

    /// Conjugate gradients with the diagonal as a preconditioner, over the series that are free.
    private double[] solve(double[] start, double[] target, BitSet atZero) {
        var diagonal = diagonal();
        var x = start.clone();
        var residual = free(minus(target, normal(x)), atZero);
        var direction = over(residual, diagonal);
        double before = dot(residual, direction);
        double enough = PRECISION * PRECISION * Math.max(1, dot(target, over(target, diagonal)));
        for (int step = 0; step < STEPS_MAX && before > enough; step++) {
            var image = free(normal(direction), atZero);
            double length = before / dot(direction, image);
            for (int i = 0; i < x.length; i++) {
                x[i] += length * direction[i];
                residual[i] -= length * image[i];
            }
            var scaled = over(residual, diagonal);
            double now = dot(residual, scaled);
            for (int i = 0; i < x.length; i++) {
                direction[i] = scaled[i] + now / before * direction[i];
            }
            before = now;
        }
        return x;
    }

    private double[] normal(double[] x) {
        var spread = hierarchy.spread(times(totalWeights, hierarchy.sums(x)));
        for (int i = 0; i < x.length; i++) {
            spread[i] += seriesWeights[i] * x[i];
        }
        return spread;
    }

    private double[] diagonal() {
        var diagonal = hierarchy.spread(totalWeights);
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] += seriesWeights[i];
        }
        return diagonal;
    }

    private static double[] weights(double[] variances) {
        return Arrays.stream(variances)
                .map(variance -> 1 / Math.max(VARIANCE_MIN, variance))
                .toArray();
    }

    private static double[] times(double[] a, double[] b) {
        var product = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            product[i] = a[i] * b[i];
        }
        return product;
    }

    private static double[] over(double[] a, double[] b) {
        var quotient = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            quotient[i] = a[i] / b[i];
        }
        return quotient;
    }

    private static double[] minus(double[] a, double[] b) {
        var difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    /// Nothing moves where a series is held at zero.
    private static double[] free(double[] step, BitSet atZero) {
        atZero.stream().forEach(i -> step[i] = 0);
        return step;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
