package io.quartermaster.forecasting.learner;

import io.quartermaster.forecasting.Reason;
import java.util.List;

/// What the trees are told of one series, one origin and one period to come.
///
/// Everything that grows with how much a series sells is told relative to its level, so that what
/// one series has taught helps all others. Not safe for several threads.
final class Features {

    private static final int[] SEASONS = {1, 2, 4, 8};
    private static final int EVENT_REACH = 15;

    private final Surroundings surroundings;
    private final Rhythm rhythm;
    private final SimilarPlans similar;
    private final float[] row;
    private final Reason[] about;
    private final Reason[] plansAbout;
    private final Reason plansTogether;
    private Reason reason = Reason.LATELY;
    private final double[] steps;
    private final double[] lifts;
    private int next;
    private double start;
    private double usual;
    private double lift;

    Features(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.rhythm = surroundings.rhythm;
        this.similar = new SimilarPlans(surroundings);
        this.row = new float[width(surroundings)];
        this.about = new Reason[row.length];
        this.plansAbout =
                surroundings.panel.known().stream().map(PlanReasons::of).toArray(Reason[]::new);
        this.plansTogether = PlanReasons.together(List.of(plansAbout));
        this.steps = new double[surroundings.plans.length];
        this.lifts = new double[surroundings.groups.length];
    }

    static int width(Surroundings surroundings) {
        int plans = 0;
        for (var plan : surroundings.plans) {
            plans += (plan.isCoded() ? 5 : 6) + (plan.isOwn() ? surroundings.groups.length : 0);
        }
        return 14
                + surroundings.rhythm.windows().length
                + SEASONS.length
                + surroundings.calendar[0].length
                + surroundings.ranks.length
                + plans
                + (plans > 0 ? 3 + surroundings.groups.length : 0);
    }

    /// The features that were filled last.
    float[] row() {
        return row;
    }

    /// The logarithm of what is expected before any tree has spoken.
    float start() {
        return (float) start;
    }

    /// What each feature is about.
    Reason[] about() {
        return about;
    }

    /// Units of a usual period, of the series that was looked at last.
    double usual() {
        return usual;
    }

    /// How much more than its level the series that was looked at last is to sell because of what is
    /// planned: half-way, on the logarithmic scale, between what like plans did to its groups and what
    /// they did to the series itself. One where nothing can be planned.
    double lift() {
        return lift;
    }

    /// Fills the features.
    ///
    /// @param series its number in the panel
    /// @param origin the first period that is not known, of the series' own
    /// @param target the period to forecast, `origin` or later
    void fill(int series, SeriesPast past, int origin, int target) {
        next = 0;
        double level = past.level(origin, rhythm.recent());
        double profile = past.profile(origin, target);
        start = Math.log(level * profile);
        usual = level;
        lift = 1;
        reason = Reason.LATELY;
        put(start);
        put(Math.log(level));
        reason = Reason.WEEKDAY;
        put(profile);
        reason = Reason.OTHER;
        put(target - origin + 1);
        reason = Reason.LATELY;
        put(origin - Math.min(origin, past.firstSale()));
        put(past.sinceSale(origin));
        int lately = origin - rhythm.recent();
        int longer = origin - 4 * rhythm.recent();
        put(past.zeroShare(lately, origin));
        put(past.zeroShare(longer, origin));
        put(past.deviation(lately, origin) / level);
        put(past.deviation(longer, origin) / level);
        for (int window : rhythm.windows()) {
            put(past.mean(origin - window, origin) / level);
        }
        reason = rhythm.season() == 7 ? Reason.WEEKDAY : Reason.SEASON;
        int same = past.sameSeason(origin, target);
        for (int seasons : SEASONS) {
            put(past.seasonSum(same, seasons) / past.seasonSeen(same, seasons) / level);
        }
        int first = surroundings.panel.series().get(series).first();
        reason = Reason.SEASON;
        lastYear(past, origin, target, first);
        float[] calendar = surroundings.calendar[first + target];
        for (int i = 0; i < calendar.length; i++) {
            reason = i == 0 && rhythm.season() == 7 ? Reason.WEEKDAY : Reason.SEASON;
            put(calendar[i]);
        }
        reason = Reason.KIND;
        for (float[] rank : surroundings.ranks) {
            put(rank[series]);
        }
        plans(series, past, origin, target, level);
    }

    private void put(double value) {
        about[next] = reason;
        row[next++] = Double.isInfinite(value) ? Float.NaN : (float) value;
    }

    /// What came at this time last year, over what came before it: of this series, and of all.
    private void lastYear(SeriesPast past, int origin, int target, int first) {
        int then = target - rhythm.year();
        int thenOrigin = origin - rhythm.year();
        int from = then - rhythm.around();
        int to = Math.min(origin, then + rhythm.around() + 1);
        boolean known = then >= 0 && thenOrigin >= rhythm.recent() && to > from;
        double before = known ? past.mean(thenOrigin - rhythm.recent(), thenOrigin) : Double.NaN;
        put(past.seen(from, to) > 0 ? past.mean(from, to) / before : Double.NaN);
        put(known ? past.mean(thenOrigin - rhythm.recent(), thenOrigin + rhythm.recent()) / before : Double.NaN);
        boolean all = first + thenOrigin >= rhythm.recent() && first + from >= 0;
        double allBefore =
                surroundings.total(first + thenOrigin - rhythm.recent(), first + thenOrigin) / rhythm.recent();
        put(all ? surroundings.total(first + from, first + to) / (to - from) / allBefore : Double.NaN);
        int now = first + origin;
        double trend =
                surroundings.total(now - rhythm.recent(), now) / surroundings.total(now - 4 * rhythm.recent(), now);
        reason = Reason.TREND;
        put(now >= 4 * rhythm.recent() ? trend : Double.NaN);
    }

    private void plans(int series, SeriesPast past, int origin, int target, double level) {
        int first = surroundings.panel.series().get(series).first();
        for (int p = 0; p < surroundings.plans.length; p++) {
            var plan = surroundings.plans[p];
            float[] values = plan.values(series);
            reason = plansAbout[p];
            double now = values[target];
            double before = target > 0 ? values[target - 1] : Double.NaN;
            double after = target + 1 < values.length ? values[target + 1] : Double.NaN;
            put(now);
            if (plan.isCoded()) {
                put(before);
                put(after);
                put(distance(values, plan.commonest(), target, 1));
                put(distance(values, plan.commonest(), target, -1));
            } else {
                double lately = mean(values, origin - rhythm.recent(), origin);
                double longer = mean(values, origin - 4 * rhythm.recent(), origin);
                put(relative(now, lately));
                put(relative(now, longer));
                put(lately);
                put(now - before);
                put(after - now);
                if (plan.isOwn()) {
                    for (var group : surroundings.groups) {
                        put(group.mean(series, p, first + target));
                    }
                }
            }
        }
        if (surroundings.plans.length > 0) {
            reason = plansTogether;
            lookBack(series, past, origin, target, level);
            put(similar.lift());
            put(similar.alike());
            put(similar.lately());
            for (int g = 0; g < lifts.length; g++) {
                put(lifts[g]);
            }
        }
    }

    /// What plans like those of the target did: to the coarsest group, to ever finer ones leaning on
    /// it, and to the series itself leaning on them.
    private void lookBack(int series, SeriesPast past, int origin, int target, double level) {
        surroundings.steps(series, origin, target, steps);
        int first = surroundings.panel.series().get(series).first();
        double lift = 1;
        for (int g = 0; g < lifts.length; g++) {
            int before = Math.min(first + origin, surroundings.seenTo);
            lift = surroundings.groups[g].lift(series, steps, before, level, lift);
            lifts[g] = lift;
        }
        similar.look(series, past, origin, target, level, lift);
        this.lift = lifts.length == 0 ? 1 : Math.sqrt(lift * similar.lift());
    }

    private static double relative(double now, double usual) {
        return usual > 0 ? now / usual : now - usual;
    }

    static double mean(float[] values, int from, int to) {
        double sum = 0;
        int count = 0;
        for (int t = Math.max(0, from); t < to; t++) {
            if (!Float.isNaN(values[t])) {
                sum += values[t];
                count++;
            }
        }
        return sum / count;
    }

    private static double distance(float[] values, float usual, int from, int step) {
        for (int d = 0; d < EVENT_REACH; d++) {
            int t = from + d * step;
            if (t < 0 || t >= values.length) {
                break;
            }
            if (!Float.isNaN(values[t]) && values[t] != usual) {
                return d;
            }
        }
        return EVENT_REACH;
    }
}
