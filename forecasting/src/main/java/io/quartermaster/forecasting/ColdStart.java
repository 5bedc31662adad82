package io.quartermaster.forecasting;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Forecasts what is new, from what sells like it, and lets its own sales take over.
///
/// ```java
/// var sister = Analogue.of(soldInTown, false).as(Kind.SAME_PRODUCT, 1, 0.5); // half as large
/// var forecast = ColdStart.of(List.of(sister)).forecast(ownDays, 28);
/// ```
///
/// The analogues say where the level lies and how sure that is ([Prior]). Own sales correct it, a
/// day for a day; what analogues know counts as much as `k` own days, and never more than two
/// weeks:
///
/// ```
/// level = (own units + k · prior level) / (own days + k)
/// k     = φ / (prior variance · prior level)
/// ```
///
/// `φ` is the variance of demand over its mean. Own days are weighed by weekday and by how
/// launches go. From four to eight weeks on the models that look at its own history take over,
/// step by step; after that the analogues have no say.
///
/// Source: H. Bühlmann, E. Straub, "Glaubwürdigkeit für Schadensätze", Mitteilungen der
/// Vereinigung schweizerischer Versicherungsmathematiker 70 (1970) 111-133: the empirical-Bayes
/// credibility of few observations, exact for gamma-Poisson demand.
public final class ColdStart {

    private static final String NAME = "cold start";
    private static final double HUGE = 10;
    private static final double DOUBT_MOST = 4;

    private final List<Analogue> analogues;
    private final List<Prior> prior; // none without analogues

    private ColdStart(List<Analogue> analogues) {
        this.analogues = analogues;
        this.prior = analogues.isEmpty() ? List.of() : List.of(Prior.of(analogues));
    }

    /// A forecaster of what is like these.
    ///
    /// @param analogues none will do: then only its own history is looked at
    /// @throws IllegalArgumentException if some are days and others weeks or months
    public static ColdStart of(List<Analogue> analogues) {
        if (analogues.stream().map(one -> one.digest().frequency()).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "The analogues (%d) must be all of days, of weeks, or of months.".formatted(analogues.size()));
        }
        return new ColdStart(List.copyOf(analogues));
    }

    /// True if analogues still have a say in the forecast of a history that is so long.
    ///
    /// @param seen periods in which demand could be seen
    public static boolean isNew(int seen, Frequency frequency) {
        return seen < handedOver(frequency);
    }

    /// The least periods after which analogues have less than all the say that they are due.
    private static int handsOver(Frequency frequency) {
        return handedOver(frequency) / 2;
    }

    private static int handedOver(Frequency frequency) {
        return switch (frequency) {
            case DAILY -> 56;
            case WEEKLY -> 8;
            case MONTHLY -> 2;
        };
    }

    /// Units that a usual period should sell, before anything was sold; zero without analogues.
    public double priorLevel() {
        return prior.stream().mapToDouble(Prior::level).sum();
    }

    /// As many own periods as the analogues count for; zero without analogues.
    public double priorPeriods() {
        return prior.stream()
                .mapToDouble(one ->
                        one.periods(handsOver(analogues.getFirst().digest().frequency()) / 2.0))
                .sum();
    }

    /// Forecasts the `horizon` periods after the history, however short that is.
    ///
    /// @param own from the period in which it was first offered; maybe empty
    /// @throws IllegalArgumentException if `horizon` is out of bounds, or the analogues have periods
    /// of another length
    public Forecast forecast(DemandSeries own, int horizon) {
        var alone = Forecaster.standard().forecast(own, horizon);
        int seen = (int) IntStream.range(0, own.length())
                .filter(i -> !Double.isNaN(own.demand(i)))
                .count();
        if (analogues.isEmpty() || !isNew(seen, own.frequency())) {
            return alone;
        }
        requireSame(own.frequency());
        int first = handsOver(own.frequency());
        double share = Math.clamp((double) (seen - first) / (handedOver(own.frequency()) - first), 0, 1);
        return mixed(own, alone, horizon, share);
    }

    private void requireSame(Frequency frequency) {
        var theirs = analogues.getFirst().digest().frequency();
        if (theirs != frequency) {
            throw new IllegalArgumentException(
                    "The history (%s) and its analogues (%s) must have periods of one length."
                            .formatted(frequency, theirs));
        }
    }

    private Forecast mixed(DemandSeries own, Forecast alone, int horizon, double share) {
        var frequency = own.frequency();
        var believed = prior.getFirst();
        var course = new Course(frequency, own.start(), believed.weekdayFactors(), Launch.pooled(analogues));
        var level = level(bounded(own, believed.level()), course, believed);
        var means = new double[Math.max(horizon, frequency.season())];
        for (int h = 0; h < means.length; h++) {
            double taken = share > 0 ? share * alone.mean(Math.min(h, horizon - 1)) : 0;
            means[h] = (1 - share) * level.units * course.factor(own.length() + h) + taken;
        }
        return new Forecast(
                share > 0 ? NAME + " + " + alone.model() : NAME,
                alone.demandClass() == DemandClass.NONE ? believed.demandClass() : alone.demandClass(),
                own.isCounted()
                        && analogues.stream().allMatch(one -> one.digest().counted()),
                Arrays.copyOf(means, horizon),
                believed.spread(level.units, level.doubt).towards(alone.spread(), share),
                Composition.of(means, frequency, own.end()),
                share > 0 ? alone.score() : BacktestScore.UNTRIED,
                alone.reading());
    }

    /// @param units of a usual period
    /// @param doubt variance of that, over its square
    private record Level(double units, double doubt) {}

    private Level level(double[] own, Course course, Prior believed) {
        double sold = priorPeriods() * believed.level();
        double exposed = priorPeriods();
        for (int i = 0; i < own.length; i++) {
            if (!Double.isNaN(own[i])) {
                sold += own[i];
                exposed += course.factor(i);
            }
        }
        double units = exposed > 0 ? sold / exposed : believed.level();
        return new Level(units, sold > 0 ? Math.min(DOUBT_MOST, believed.dispersion() / sold) : DOUBT_MOST);
    }

    /// Own demand, one huge order bounded: ten times what the prior says, or its next best period.
    private static double[] bounded(DemandSeries own, double usual) {
        var units = new double[own.length()];
        double best = 0;
        double next = 0;
        for (int i = 0; i < units.length; i++) {
            units[i] = own.demand(i);
            if (units[i] > best) {
                next = best;
                best = units[i];
            } else if (units[i] > next) {
                next = units[i];
            }
        }
        double most = HUGE * Math.max(usual, next);
        for (int i = 0; i < units.length && most > 0; i++) {
            units[i] = Math.min(units[i], most); // stays NaN
        }
        return units;
    }

    /// How much more or less than its level a period sells: by its weekday, and by how long ago the
    /// launch was.
    private record Course(Frequency frequency, LocalDate start, double[] weekdays, double[] launch) {

        double factor(int period) {
            int step = period / Launch.stepLength(frequency);
            double age = step < launch.length ? launch[step] : 1;
            return frequency == Frequency.DAILY
                    ? age * weekdays[start.plusDays(period).getDayOfWeek().getValue() - 1]
                    : age;
        }
    }
}
