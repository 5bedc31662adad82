package io.quartermaster.forecasting.learner;

/// What the same series sold when similar things were planned: the same feature, about the same
/// price. Recent periods count for more.
///
/// ```
/// lift = (Σ likeness · units + k · level) / (Σ likeness + k) / level
/// ```
///
/// Source: E. A. Nadaraya, "On estimating regression", Theory of Probability and its Applications
/// 9 (1964) 141-142 (kernel regression).
final class SimilarPlans {

    private static final double NARROWNESS = 2;
    private static final double UNLIKE = 6;
    private static final double LEANING = 0.5;

    private final Surroundings surroundings;
    private final double[] fading;
    private double lift;
    private double alike;

    SimilarPlans(Surroundings surroundings) {
        this.surroundings = surroundings;
        int memory = surroundings.rhythm.memory();
        fading = new double[memory + 1];
        for (int i = 0; i < fading.length; i++) {
            fading[i] = Math.pow(0.5, 2.0 * i / memory);
        }
    }

    void look(int series, SeriesPast past, int origin, int target, double level) {
        double sum = 0;
        double weights = 0;
        for (int t = Math.max(0, origin - surroundings.rhythm.memory()); t < origin; t++) {
            float units = past.units(t);
            double distance = Float.isNaN(units) ? UNLIKE : distance(series, target, t);
            if (distance < UNLIKE) {
                double weight = Math.exp(-distance) * fading[origin - t];
                sum += weight * units;
                weights += weight;
            }
        }
        lift = (sum + LEANING * level) / (weights + LEANING) / level;
        alike = weights;
    }

    private double distance(int series, int one, int other) {
        double distance = 0;
        for (var plan : surroundings.plans) {
            float[] values = plan.values()[series];
            double off = Math.abs(values[one] - values[other]);
            if (off > 0) {
                distance += plan.coded() ? NARROWNESS : NARROWNESS * off / plan.scale();
            }
        }
        return distance;
    }

    /// How much more than its level the series sold then; one if there was no such time.
    double lift() {
        return lift;
    }

    /// How many such times there were, about.
    double alike() {
        return alike;
    }
}
