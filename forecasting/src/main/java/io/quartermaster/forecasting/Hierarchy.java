package io.quartermaster.forecasting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Which series are summed up in which totals: a shop, a category, a channel, the whole chain.
///
/// Totals may overlap in any way; a tree is only the commonest case.
public final class Hierarchy {

    private final int series;
    private final List<String> names;
    private final int[][] members;

    private Hierarchy(int series, List<String> names, int[][] members) {
        this.series = series;
        this.names = List.copyOf(names);
        this.members = members;
    }

    /// One total per group of each way of grouping.
    ///
    /// @param keys the series, in the order in which their forecasts will be given
    /// @param groupings each names the group that a series belongs to, such as its shop; a grouping
    /// that gives all the same name is the grand total
    /// @throws IllegalArgumentException if two groups of different groupings have one name
    public static <K> Hierarchy of(List<K> keys, List<Function<K, String>> groupings) {
        var groups = new LinkedHashMap<String, List<Integer>>();
        for (var grouping : groupings) {
            var here = new LinkedHashMap<String, List<Integer>>();
            for (int i = 0; i < keys.size(); i++) {
                here.computeIfAbsent(grouping.apply(keys.get(i)), _ -> new ArrayList<>())
                        .add(i);
            }
            here.forEach((name, list) -> add(groups, name, list));
        }
        return new Hierarchy(
                keys.size(),
                List.copyOf(groups.keySet()),
                groups.values().stream()
                        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                        .toArray(int[][]::new));
    }

    private static void add(Map<String, List<Integer>> groups, String name, List<Integer> list) {
        if (groups.put(name, list) != null) {
            throw new IllegalArgumentException("""
                    Two groups are called (%s).
                    Maybe say what each is: "shop: %s", "category: %s".""".formatted(name, name, name));
        }
    }

    public int series() {
        return series;
    }

    /// The names of the totals, in the order in which their forecasts are given.
    public List<String> totals() {
        return names;
    }

    /// What the totals are if the series are these.
    public double[] sums(double[] values) {
        requireLength("values", values, series);
        return Arrays.stream(members).mapToDouble(group -> sum(group, values)).toArray();
    }

    /// Adds to each series what its totals hold.
    double[] spread(double[] totals) {
        var spread = new double[series];
        for (int t = 0; t < members.length; t++) {
            for (int i : members[t]) {
                spread[i] += totals[t];
            }
        }
        return spread;
    }

    static void requireLength(String name, double[] values, int length) {
        if (values.length != length) {
            throw new IllegalArgumentException("The %s are %d and must be %d.".formatted(name, values.length, length));
        }
    }

    private static double sum(int[] group, double[] values) {
        double sum = 0;
        for (int i : group) {
            sum += values[i];
        }
        return sum;
    }
}
