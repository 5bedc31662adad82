package io.quartermaster.demand;

import java.util.ArrayList;
import java.util.List;

/// The same total of some locations taken together.
///
/// How sure one can be of it is told by how sure one is of each, and by how much more all
/// locations vary together than if they knew nothing of each other.
final class Together {

    private final int horizon;
    private final List<Total> parts = new ArrayList<>();

    Together(int horizon) {
        this.horizon = horizon;
    }

    void add(Total part) {
        parts.add(part);
    }

    Total as(TotalKey key) {
        if (parts.size() == 1) {
            return parts.getFirst().named(key);
        }
        var means = new long[horizon];
        var past = new long
                [parts.stream().mapToInt(part -> part.past().length).max().orElse(0)];
        var deviations = new double[horizon];
        var windows = new double[horizon];
        boolean asked = parts.stream().allMatch(part -> part.alone().length == horizon);
        var alone = new double[asked ? horizon : 0];
        for (var part : parts) {
            for (int i = 0; i < horizon; i++) {
                means[i] += part.means()[i];
                deviations[i] = Math.hypot(deviations[i], part.lift() * part.deviations()[i]);
                windows[i] = Math.hypot(windows[i], part.lift() * part.windows()[i]);
            }
            for (int i = 0; i < alone.length; i++) {
                alone[i] += part.alone()[i];
            }
            for (int i = 0; i < part.past().length; i++) {
                past[i] += part.past()[i];
            }
        }
        return new Total(key, means, deviations, windows, 1, alone, past, models(), counted(), forecasts());
    }

    private String models() {
        return String.join(
                " / ",
                parts.stream()
                        .map(Total::model)
                        .filter(model -> !model.isEmpty())
                        .distinct()
                        .toList());
    }

    private boolean counted() {
        return parts.stream().allMatch(Total::counted);
    }

    private int forecasts() {
        return parts.stream().mapToInt(Total::forecasts).sum();
    }
}
