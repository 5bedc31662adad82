package io.quartermaster.forecasting.learner;

import io.quartermaster.forecasting.panel.Panel;
import java.util.Arrays;

/// How much each voice has to say: where nothing is planned, and where something is.
///
/// The weights that would have been best in the trial, half-way back to equal shares, because a
/// short trial exaggerates. A voice that was clearly worse than the best is not heard at all, such
/// as the models alone of a panel without groups: nothing tells them what promotions do.
///
/// Source: J. Smith, K. F. Wallis, "A simple explanation of the forecast combination puzzle",
/// Oxford Bulletin of Economics and Statistics 71 (2009) 331-355 (why to shrink to equal
/// weights).
final class Blend {

    private static final double[] EQUAL = {1.0 / 3, 1.0 / 3, 1.0 / 3};
    private static final int STEPS = 10;
    private static final int ROWS_LEAST = 300;
    private static final double CLEARLY_WORSE = 1.15;
    private static final double PLANS_RULE = 1.3;

    private final double[] usual;
    private final double[] planned;

    private Blend(double[] usual, double[] planned) {
        this.usual = usual;
        this.planned = planned;
    }

    static Blend of(Trial trial, Panel panel, Voices voices) {
        var scales = scales(trial, panel);
        double[] usual = weights(trial, scales, voices, false);
        double[] planned = weights(trial, scales, voices, true);
        if (voices == Voices.ALL && plansRule(trial, scales)) {
            usual = weights(trial, scales, Voices.LEARNER, false);
        }
        return new Blend(usual, planned.length == 0 ? usual : planned);
    }

    /// True where plans matter so much that the models alone mislead with and without them: where they
    /// could not be freed of plans, their level is the mean of weeks with promotions and without.
    private static boolean plansRule(Trial trial, double[] scales) {
        return rows(trial, true) >= ROWS_LEAST
                && loss(trial, scales, new double[] {0, 0, 1}, true)
                        > PLANS_RULE * loss(trial, scales, new double[] {0.5, 0.5, 0}, true);
    }

    /// By series: what an error is divided by, and how much the series counts, in one number.
    private static double[] scales(Trial trial, Panel panel) {
        var scales = new double[panel.series().size()];
        for (var seen : trial.seen()) {
            float[] units = panel.series().get(seen.series()).units();
            double squares = 0;
            double last = Double.NaN;
            int count = 0;
            for (float value : units) {
                double step = value - last;
                if (!Double.isNaN(step)) {
                    squares += step * step;
                    count++;
                }
                last = Float.isNaN(value) ? last : value;
            }
            scales[seen.series()] = squares > 0 ? count / squares : 0;
        }
        return scales;
    }

    private static double[] weights(Trial trial, double[] scales, Voices voices, boolean planned) {
        double[] losses = new double[Trial.VOICES];
        int asked = voices == Voices.LEARNER ? 2 : Trial.VOICES;
        long rows = rows(trial, planned);
        if (rows < ROWS_LEAST) {
            return planned ? new double[0] : shares(EQUAL.clone(), asked);
        }
        for (int v = 0; v < asked; v++) {
            var only = new double[Trial.VOICES];
            only[v] = 1;
            losses[v] = loss(trial, scales, only, planned);
        }
        double best = Arrays.stream(losses, 0, asked).min().orElse(0);
        var equal = EQUAL.clone();
        for (int v = 0; v < Trial.VOICES; v++) {
            if (v >= asked || losses[v] > best * CLEARLY_WORSE) {
                equal[v] = 0;
            }
        }
        double[] found = search(trial, scales, shares(equal, asked), planned);
        for (int v = 0; v < Trial.VOICES; v++) {
            found[v] = (found[v] + equal[v]) / 2;
        }
        return found;
    }

    private static double[] shares(double[] weights, int asked) {
        Arrays.fill(weights, asked, weights.length, 0);
        double sum = Arrays.stream(weights).sum();
        for (int v = 0; v < weights.length; v++) {
            weights[v] /= sum;
        }
        return weights;
    }

    private static double[] search(Trial trial, double[] scales, double[] allowed, boolean planned) {
        double[] best = allowed.clone();
        double least = loss(trial, scales, best, planned);
        for (int i = 0; i <= STEPS; i++) {
            for (int j = 0; i + j <= STEPS; j++) {
                double[] tried = {(double) i / STEPS, (double) j / STEPS, (double) (STEPS - i - j) / STEPS};
                boolean isAllowed = true;
                for (int v = 0; v < Trial.VOICES; v++) {
                    isAllowed &= tried[v] <= 0 || allowed[v] > 0;
                }
                double loss = isAllowed ? loss(trial, scales, tried, planned) : Double.POSITIVE_INFINITY;
                if (loss < least) {
                    least = loss;
                    best = tried;
                }
            }
        }
        return best;
    }

    private static long rows(Trial trial, boolean planned) {
        long rows = 0;
        for (var seen : trial.seen()) {
            for (int h = 0; h < seen.came().length; h++) {
                rows += seen.planned()[h] == planned && !Float.isNaN(seen.came()[h]) ? 1 : 0;
            }
        }
        return rows;
    }

    /// Errors as a share of how much a series moves anyway, large sellers counting for more.
    private static double loss(Trial trial, double[] scales, double[] weights, boolean planned) {
        double loss = 0;
        for (var seen : trial.seen()) {
            double squares = 0;
            double units = 0;
            int count = 0;
            for (int h = 0; h < seen.came().length; h++) {
                float came = seen.came()[h];
                if (seen.planned()[h] == planned && !Float.isNaN(came)) {
                    double error = mean(seen.said(), weights, h) - came;
                    squares += error * error;
                    units += came;
                    count++;
                }
            }
            if (count > 0) {
                loss += (units + 1) * Math.sqrt(squares / count * scales[seen.series()]);
            }
        }
        return loss;
    }

    private static double mean(float[][] said, double[] weights, int step) {
        double mean = 0;
        for (int v = 0; v < Trial.VOICES; v++) {
            mean += weights[v] > 0 ? weights[v] * said[v][step] : 0;
        }
        return mean;
    }

    /// How much a voice has to say.
    double share(int voice, boolean isPlanned) {
        return (isPlanned ? planned : usual)[voice];
    }

    /// What the voices say together.
    float[] means(float[][] said, boolean[] isPlanned) {
        var means = new float[isPlanned.length];
        for (int h = 0; h < means.length; h++) {
            means[h] = (float) mean(said, isPlanned[h] ? planned : usual, h);
        }
        return means;
    }
}
