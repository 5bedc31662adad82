package io.quartermaster.sandbox.replay;

import java.util.Map;
import java.util.TreeMap;

/// Units and pennies per article.
final class Totals {

    private final Map<String, long[]> byLabel = new TreeMap<>();

    void add(String label, long units, long pennies) {
        var sums = byLabel.computeIfAbsent(label, _ -> new long[2]);
        sums[0] += units;
        sums[1] += pennies;
    }

    long units(String label) {
        return byLabel.getOrDefault(label, new long[2])[0];
    }

    long pennies(String label) {
        return byLabel.getOrDefault(label, new long[2])[1];
    }

    long units() {
        return byLabel.values().stream().mapToLong(sums -> sums[0]).sum();
    }

    long pennies() {
        return byLabel.values().stream().mapToLong(sums -> sums[1]).sum();
    }

    java.util.Set<String> labels() {
        return byLabel.keySet();
    }
}
