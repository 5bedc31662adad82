package io.quartermaster.forecasting.learner;

import io.quartermaster.forecasting.panel.Panel;
import io.quartermaster.forecasting.panel.StaticColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Reads what plans have done to the groups of a panel.
///
/// Of large panels a part of the periods is picked by chance, so that time and memory have a
/// bound. Not safe for several threads; uses those of the common pool.
final class GroupReader {

    private static final long EVENTS_MOST = 3_000_000;
    private static final int CELLS_MOST = 400;
    private static final int AT_ONCE = 512;
    private static final long SEED = 97;

    private final Panel panel;
    private final Plan[] plans;
    private final Rhythm rhythm;
    private final double share;
    private final List<StaticColumn> columns;
    private final List<List<TreeMap<Long, Cell>>> cells = new ArrayList<>();
    private final double[][][][] sums;
    private final int[][][][] counts;

    /// A period of a series in which something was planned.
    private record Event(double[] steps, int period, float units, double usual) {}

    /// One series, read.
    ///
    /// @param off by plan and period of the series: how far from the usual
    private record Read(int series, List<Event> events, float[][] off) {}

    private static final class Cell {

        private final double[] steps;
        private final TreeMap<Integer, double[]> sold = new TreeMap<>();

        Cell(double[] steps) {
            this.steps = steps;
        }

        void add(Event event) {
            double[] sum = sold.computeIfAbsent(event.period(), _ -> new double[2]);
            sum[0] += event.units();
            sum[1] += event.usual();
        }

        GroupPlans.Cell summed() {
            var summed =
                    new GroupPlans.Cell(steps, new int[sold.size()], new double[sold.size()], new double[sold.size()]);
            double units = 0;
            double usual = 0;
            int i = 0;
            for (var entry : sold.entrySet()) {
                units += entry.getValue()[0];
                usual += entry.getValue()[1];
                summed.periods()[i] = entry.getKey();
                summed.units()[i] = units;
                summed.usual()[i++] = usual;
            }
            return summed;
        }
    }

    private GroupReader(Panel panel, Plan[] plans, Rhythm rhythm) {
        this.panel = panel;
        this.plans = plans;
        this.rhythm = rhythm;
        long all = panel.series().stream()
                .mapToLong(series -> series.units().length)
                .sum();
        this.share = Math.min(1, (double) EVENTS_MOST / Math.max(1, all));
        this.columns = panel.attributes().stream()
                .filter(column -> column.distinct() > 1
                        && column.distinct() <= panel.series().size() / 2)
                .sorted(Comparator.comparingInt(StaticColumn::distinct))
                .toList();
        int reach = panel.periods() + panel.horizon();
        sums = new double[columns.size()][][][];
        counts = new int[columns.size()][][][];
        for (int c = 0; c < columns.size(); c++) {
            int groups = columns.get(c).distinct();
            cells.add(IntStream.range(0, groups)
                    .mapToObj(_ -> new TreeMap<Long, Cell>())
                    .toList());
            sums[c] = new double[groups][plans.length][];
            counts[c] = new int[groups][plans.length][];
            for (int g = 0; g < groups; g++) {
                for (int p = 0; p < plans.length; p++) {
                    sums[c][g][p] = new double[plans[p].isOwn() ? reach : 0];
                    counts[c][g][p] = new int[plans[p].isOwn() ? reach : 0];
                }
            }
        }
    }

    /// The panel's groups, coarse ones first; none if nothing is planned.
    static GroupPlans[] read(Panel panel, Plan[] plans, Rhythm rhythm) {
        if (plans.length == 0) {
            return new GroupPlans[0];
        }
        var reader = new GroupReader(panel, plans, rhythm);
        int count = reader.columns.isEmpty() ? 0 : panel.series().size();
        for (int from = 0; from < count; from += AT_ONCE) {
            IntStream.range(from, Math.min(count, from + AT_ONCE))
                    .parallel()
                    .mapToObj(reader::read)
                    .toList()
                    .forEach(reader::add);
        }
        return IntStream.range(0, reader.columns.size())
                .mapToObj(reader::groups)
                .toArray(GroupPlans[]::new);
    }

    private Read read(int s) {
        var series = panel.series().get(s);
        int known = series.units().length;
        var off = new float[plans.length][];
        for (int p = 0; p < plans.length; p++) {
            off[p] = plans[p].off(s, known, rhythm.usual());
        }
        var events = new ArrayList<Event>();
        var past = new SeriesPast(series.units(), known, 0, rhythm.season());
        int from = past.firstSale() == Integer.MAX_VALUE ? known : past.firstSale() + 1;
        for (int t = from; t < known; t++) {
            if (Float.isNaN(past.units(t)) || Dice.roll(SEED, (long) s * 65_536 + t) >= share) {
                continue;
            }
            var steps = new double[plans.length];
            for (int p = 0; p < plans.length; p++) {
                steps[p] = plans[p].step(off[p][t]);
            }
            if (!Plan.isUsual(steps)) {
                double usual = past.level(t, rhythm.recent()) * past.profile(t, t);
                events.add(new Event(steps, series.first() + t, past.units(t), usual));
            }
        }
        return new Read(s, events, off);
    }

    private void add(Read read) {
        int first = panel.series().get(read.series()).first();
        for (int c = 0; c < columns.size(); c++) {
            int group = columns.get(c).codes()[read.series()];
            var own = cells.get(c).get(group);
            for (var event : read.events()) {
                long key = Plan.key(event.steps());
                if (own.size() < CELLS_MOST || own.containsKey(key)) {
                    own.computeIfAbsent(key, _ -> new Cell(event.steps())).add(event);
                }
            }
            for (int p = 0; p < plans.length; p++) {
                for (int t = 0; plans[p].isOwn() && t < read.off()[p].length; t++) {
                    float off = read.off()[p][t];
                    if (!Float.isNaN(off)) {
                        sums[c][group][p][first + t] += off;
                        counts[c][group][p][first + t]++;
                    }
                }
            }
        }
    }

    private GroupPlans groups(int column) {
        var summed = cells.get(column).stream()
                .map(own -> own.values().stream().map(Cell::summed).toArray(GroupPlans.Cell[]::new))
                .toArray(GroupPlans.Cell[][]::new);
        var means = new float[summed.length][plans.length][];
        for (int g = 0; g < means.length; g++) {
            for (int p = 0; p < plans.length; p++) {
                double[] sum = sums[column][g][p];
                means[g][p] = new float[sum.length];
                for (int t = 0; t < sum.length; t++) {
                    int count = counts[column][g][p][t];
                    means[g][p][t] = count > 0 ? (float) (sum[t] / count) : Float.NaN;
                }
            }
        }
        return new GroupPlans(plans, columns.get(column).codes(), summed, means);
    }
}
