package io.quartermaster.forecasting.learner;

import io.quartermaster.forecasting.panel.KnownColumn;
import io.quartermaster.forecasting.panel.Panel;
import io.quartermaster.forecasting.panel.StaticColumn;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What is the same for all series of a panel: the calendar, how all of them sold together, and
/// how words (categories, kinds of events) stand to each other.
///
/// Learnt from the periods before `trainedTo` alone.
final class Surroundings {

    final Panel panel;
    final Rhythm rhythm;
    final float[][] calendar;
    final float[][] ranks;
    final Plan[] plans;
    final GroupPlans[] groups;
    /// True if demand comes in whole units.
    final boolean counted;
    /// Nothing of the panel from this period on may be looked at.
    final int seenTo;
    private final double[] totals;

    private Surroundings(Surroundings other, int seenTo) {
        this.seenTo = seenTo;
        panel = other.panel;
        rhythm = other.rhythm;
        calendar = other.calendar;
        ranks = other.ranks;
        plans = other.plans;
        groups = other.groups;
        counted = other.counted;
        totals = totals(seenTo);
    }

    /// The same, seen from a later period.
    Surroundings at(int origin) {
        return new Surroundings(this, origin);
    }

    Surroundings(Panel panel, int trainedTo) {
        this.panel = panel;
        this.seenTo = trainedTo;
        this.rhythm = Rhythm.of(panel.frequency());
        int reach = panel.periods() + panel.horizon();
        calendar = IntStream.range(0, reach).mapToObj(this::calendar).toArray(float[][]::new);
        totals = totals(trainedTo);
        ranks = panel.attributes().stream()
                .filter(column -> column.distinct() > 1)
                .map(column -> ranks(column, trainedTo))
                .toArray(float[][]::new);
        List<Plan> ready = new ArrayList<>();
        for (var column : panel.known()) {
            ready.add(plan(column, trainedTo));
        }
        plans = ready.toArray(Plan[]::new);
        groups = GroupReader.read(panel, plans, rhythm);
        counted = isCounted(panel);
    }

    private static boolean isCounted(Panel panel) {
        for (var series : panel.series()) {
            for (float units : series.units()) {
                if (Float.isFinite(units) && units != Math.rint(units)) {
                    return false;
                }
            }
        }
        return true;
    }

    private float[] calendar(int period) {
        var day = panel.day(period);
        return switch (panel.frequency()) {
            case DAILY ->
                new float[] {
                    day.getDayOfWeek().getValue(),
                    day.getDayOfMonth(),
                    day.getMonthValue(),
                    day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)
                };
            case WEEKLY -> new float[] {day.getMonthValue(), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)};
            case MONTHLY -> new float[] {day.getMonthValue(), day.lengthOfMonth()};
        };
    }

    /// The mean of all series by period, as a sum from the start on.
    private double[] totals(int trainedTo) {
        var sums = new double[panel.periods() + panel.horizon() + 1];
        var counts = new int[sums.length];
        for (var series : panel.series()) {
            for (int t = series.first(); t < trainedTo; t++) {
                float units = series.units()[t - series.first()];
                if (Float.isFinite(units)) {
                    sums[t] += Math.max(0, units);
                    counts[t]++;
                }
            }
        }
        var totals = new double[sums.length + 1];
        for (int t = 0; t < sums.length; t++) {
            totals[t + 1] = totals[t] + (counts[t] > 0 ? sums[t] / counts[t] : 0);
        }
        return totals;
    }

    /// How all series together sold from one of the panel's periods to another.
    double total(int from, int to) {
        return totals[Math.max(0, to)] - totals[Math.max(0, from)];
    }

    /// Words in the order of what their series sell.
    private float[] ranks(StaticColumn column, int trainedTo) {
        var sums = new double[column.distinct()];
        var counts = new double[column.distinct()];
        for (int s = 0; s < panel.series().size(); s++) {
            var series = panel.series().get(s);
            for (int t = 0; t < trainedTo - series.first(); t++) {
                if (Float.isFinite(series.units()[t])) {
                    sums[column.codes()[s]] += series.units()[t];
                    counts[column.codes()[s]]++;
                }
            }
        }
        float[] rank = ranked(sums, counts);
        var ranks = new float[panel.series().size()];
        for (int s = 0; s < ranks.length; s++) {
            ranks[s] = rank[column.codes()[s]];
        }
        return ranks;
    }

    private static float[] ranked(double[] sums, double[] counts) {
        var order = IntStream.range(0, sums.length)
                .boxed()
                .sorted((a, b) -> Double.compare(sums[a] / (counts[a] + 1), sums[b] / (counts[b] + 1)))
                .toList();
        var rank = new float[sums.length];
        for (int i = 0; i < rank.length; i++) {
            rank[order.get(i)] = i;
        }
        return rank;
    }

    /// True where plans differ from what was usual lately: no model that is blind to them can know.
    ///
    /// @param target a period of the series' own
    boolean isPlanned(int series, int origin, int target) {
        for (var plan : plans) {
            double off = Math.abs(plan.off(series, target, plan.usual(series, origin, rhythm.recent())));
            if (plan.isCoded() ? off > 0 : off > 1) {
                return true;
            }
        }
        return false;
    }

    /// How far the plans of a period are from what was usual before `origin`, see [Plan#step].
    ///
    /// @param into a number for each plan
    void steps(int series, int origin, int period, double[] into) {
        for (int p = 0; p < into.length; p++) {
            into[p] = plans[p].step(plans[p].off(series, period, plans[p].usual(series, origin, rhythm.usual())));
        }
    }

    private Plan plan(KnownColumn column, int trainedTo) {
        if (!column.coded()) {
            int[] known = panel.series().stream()
                    .mapToInt(series -> Math.max(0, trainedTo - series.first()))
                    .toArray();
            return Plan.ofAmounts(column.values(), !isShared(column), known);
        }
        int most = 0;
        for (float[] values : column.values()) {
            for (float value : values) {
                most = Float.isNaN(value) ? most : Math.max(most, (int) value);
            }
        }
        var sums = new double[most + 1];
        var counts = new double[most + 1];
        for (int s = 0; s < column.values().length; s++) {
            var series = panel.series().get(s);
            double mean = mean(series.units(), trainedTo - series.first());
            for (int t = 0; t < trainedTo - series.first() && mean > 0; t++) {
                float value = column.values()[s][t];
                if (!Float.isNaN(value) && Float.isFinite(series.units()[t])) {
                    sums[(int) value] += series.units()[t] / mean;
                    counts[(int) value]++;
                }
            }
        }
        float[] rank = ranked(sums, counts);
        int usual = IntStream.rangeClosed(0, most).reduce(0, (a, b) -> counts[b] > counts[a] ? b : a);
        var values = Arrays.stream(column.values())
                .map(row -> {
                    var told = row.clone();
                    for (int t = 0; t < told.length; t++) {
                        told[t] = Float.isNaN(row[t]) ? Float.NaN : rank[(int) row[t]];
                    }
                    return told;
                })
                .toArray(float[][]::new);
        return Plan.ofWords(rank[usual], values);
    }

    private static double mean(float[] units, int to) {
        double sum = 0;
        int count = 0;
        for (int t = 0; t < to; t++) {
            if (Float.isFinite(units[t])) {
                sum += Math.max(0, units[t]);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /// True if all series of each shop, or of each category, have the same values at the same time.
    private boolean isShared(KnownColumn column) {
        return panel.attributes().stream()
                .filter(attribute -> attribute.distinct() <= panel.series().size() / 2)
                .anyMatch(attribute -> isShared(column, attribute));
    }

    private boolean isShared(KnownColumn column, StaticColumn attribute) {
        var seen = new float[attribute.distinct()][panel.periods()];
        for (float[] group : seen) {
            Arrays.fill(group, Float.NaN);
        }
        for (int s = 0; s < panel.series().size(); s++) {
            float[] group = seen[attribute.codes()[s]];
            int first = panel.series().get(s).first();
            for (int t = first; t < seenTo; t++) {
                float value = column.values()[s][t - first];
                if (Float.isNaN(group[t])) {
                    group[t] = value;
                } else if (!Float.isNaN(value) && value != group[t]) {
                    return false;
                }
            }
        }
        return true;
    }
}
