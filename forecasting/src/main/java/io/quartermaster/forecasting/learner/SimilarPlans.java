package io.quartermaster.forecasting.learner;

/// What the same series sold when similar things were planned: the same feature, about the same
/// price. Recent periods count for more; what the weekday does is taken out.
///
/// ```
/// lift · level = (Σ likeness · units / weekday + k · level · groups' lift) / (Σ likeness + k)
/// ```
///
/// Source: E. A. Nadaraya, "On estimating regression", Theory of Probability and its Applications
/// 9 (1964) 141-142 (kernel regression).
final class SimilarPlans {

    private static final double NARROWNESS = 2;
    private static final double UNLIKE = 6;
    private static final double LEANING = 1;

    private final Surroundings surroundings;
    private final double[] fading;
    private final double[] fadingFast;
    private final double[] profile;
    private double lift;
    private double lately;
    private double alike;

    SimilarPlans(Surroundings surroundings) {
        this.surroundings = surroundings;
        int memory = surroundings.rhythm.memory();
        fading = new double[memory + 1];
        fadingFast = new double[memory + 1];
        for (int i = 0; i <= memory; i++) {
            fading[i] = Math.pow(0.5, 2.0 * i / memory);
            fadingFast[i] = Math.pow(0.5, (double) i / surroundings.rhythm.recent());
        }
        profile = new double[surroundings.rhythm.season() == 7 ? 7 : 1];
    }

    /// Looks back from a period to come.
    ///
    /// @param foretold the lift that is expected where the series' own past says nothing
    void look(int series, SeriesPast past, int origin, int target, double level, double foretold) {
        for (int d = 0; d < profile.length; d++) {
            profile[d] = profile.length == 1 ? 1 : past.profile(origin, origin + d);
        }
        double sum = 0;
        double weights = 0;
        double sumLately = 0;
        double weightsLately = 0;
        for (int t = Math.max(0, origin - surroundings.rhythm.memory()); t < origin; t++) {
            float units = past.units(t);
            double distance = Float.isNaN(units) ? UNLIKE : distance(series, target, t);
            if (distance < UNLIKE) {
                double likeness = Math.exp(-distance);
                double plain = units / profile[Math.floorMod(t - origin, profile.length)];
                double weight = likeness * fading[origin - t];
                sum += weight * plain;
                weights += weight;
                double weightLately = likeness * fadingFast[origin - t];
                sumLately += weightLately * plain;
                weightsLately += weightLately;
            }
        }
        lift = (sum + LEANING * level * foretold) / (weights + LEANING) / level;
        lately = (sumLately + LEANING * level * lift) / (weightsLately + LEANING) / level;
        alike = weights;
    }

    private double distance(int series, int one, int other) {
        double distance = 0;
        for (var plan : surroundings.plans) {
            double unlike = plan.unlike(series, one, other);
            distance += Double.isNaN(unlike) ? 0 : NARROWNESS * unlike;
        }
        return distance;
    }

    /// How much more than its level the series sold then.
    double lift() {
        return lift;
    }

    /// The same, what is longer ago counting for much less.
    double lately() {
        return lately;
    }

    /// How many such times there were, about.
    double alike() {
        return alike;
    }
}
