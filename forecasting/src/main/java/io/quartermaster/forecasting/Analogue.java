package io.quartermaster.forecasting;

/// Something that sells like what is new: the same product in a sister shop, or another of its
/// kind in the same one.
///
/// Reading its history is the costly part and is done once: [#as] then says what it is to each
/// new thing. Immutable.
public final class Analogue {

    private static final double SCALE_MOST = 100;

    private final Digest digest;
    private final Kind kind;
    private final double likeness;
    private final double scale;
    private final double usualVariance;

    private Analogue(Digest digest, Kind kind, double likeness, double scale, double usualVariance) {
        this.digest = digest;
        this.kind = kind;
        this.likeness = likeness;
        this.scale = scale;
        this.usualVariance = usualVariance;
    }

    /// What an analogue is to the new thing.
    public enum Kind {
        /// The same product, sold elsewhere: levels differ by half or so once shops are scaled.
        SAME_PRODUCT(0.3),
        /// Another product of the same kind: levels differ by as much as they amount to.
        ALIKE(1.0);

        private final double usualVariance;

        Kind(double usualVariance) {
            this.usualVariance = usualVariance;
        }

        /// How far levels of such analogues differ, until more is known: their variance over the
        /// square of their mean.
        double usualVariance() {
            return usualVariance;
        }
    }

    /// What is kept of a history.
    ///
    /// @param level units of a usual period
    /// @param launch demand of each of the first weeks over the level that it then had; empty if no
    /// launch was seen
    record Digest(
            Frequency frequency,
            double level,
            double[] weekdayFactors,
            ErrorSpread spread,
            DemandClass demandClass,
            boolean counted,
            double[] launch) {}

    /// Reads a history; until [#as] says otherwise it is another product of the same kind, just as
    /// large.
    ///
    /// @param launchSeen true if the history begins where the thing was first sold; false if it was
    /// sold before, or nobody knows
    public static Analogue of(DemandSeries history, boolean launchSeen) {
        var forecast = Forecaster.standard().forecast(history, 1);
        var digest = new Digest(
                history.frequency(),
                forecast.level(),
                forecast.weekdayFactors(),
                forecast.spread(),
                forecast.demandClass(),
                history.isCounted(),
                launchSeen ? Launch.course(history) : new double[0]);
        return new Analogue(digest, Kind.ALIKE, 1, 1, Kind.ALIKE.usualVariance);
    }

    /// The same, as it is to one new thing.
    ///
    /// @param likeness how much it counts among analogues of its kind, above zero and at most one
    /// @param scale how large a shop the new thing is sold in, over the size of this one's
    /// @throws IllegalArgumentException if one of them is out of bounds
    public Analogue as(Kind kind, double likeness, double scale) {
        if (!(likeness > 0 && likeness <= 1)) {
            throw new IllegalArgumentException("The likeness (%s) must be above 0 and at most 1.".formatted(likeness));
        }
        if (!(scale >= 1 / SCALE_MOST && scale <= SCALE_MOST)) {
            throw new IllegalArgumentException("""
                    The scale (%s) must be 0.01 to 100.
                    Maybe the shops have nothing in common: take 1.""".formatted(scale));
        }
        return new Analogue(digest, kind, likeness, scale, kind.usualVariance);
    }

    /// The same, with what was learnt of its kind: how far levels differ, and how much less new
    /// things sell than old ones.
    Analogue taught(double variance, double newness) {
        double taken = launched() ? scale : scale * newness;
        return new Analogue(digest, kind, likeness, taken, variance);
    }

    /// True if what it sold after its own launch says more than what it sells today.
    private boolean launched() {
        return kind == Kind.ALIKE && digest.launch.length > 0;
    }

    Digest digest() {
        return digest;
    }

    Kind kind() {
        return kind;
    }

    double likeness() {
        return likeness;
    }

    double scale() {
        return scale;
    }

    /// How far levels of its kind differ.
    double usualVariance() {
        return usualVariance;
    }

    /// Units that a usual period of the new thing sells, by this analogue alone: a like that was
    /// new itself is asked for what it sold after its launch.
    double level() {
        return scale * (launched() ? levelAfterLaunch() : digest.level);
    }

    /// Units of a usual period of its own, now.
    double ownLevel() {
        return digest.level;
    }

    /// Units of a usual period once its launch was over; `NaN` if that was not seen.
    double levelAfterLaunch() {
        int steps = digest.launch.length - 1;
        return steps < 0 ? Double.NaN : digest.launch[steps] / Launch.stepLength(digest.frequency);
    }
}
