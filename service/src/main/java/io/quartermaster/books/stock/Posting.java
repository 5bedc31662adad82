package io.quartermaster.books.stock;

import io.quartermaster.books.stock.Movement.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// What one event of a paper changed, and when.
record Posting(Instant at, Told told, Kind kind, Map<Shelf, Amounts> changes) {

    /// The step from one state of a paper to the next: what was there is taken back, what is there
    /// now is put in.
    static Map<Shelf, Amounts> step(Map<Shelf, Amounts> before, Map<Shelf, Amounts> after) {
        var changes = new TreeMap<>(after);
        before.forEach((shelf, amounts) -> changes.merge(shelf, amounts.negated(), Amounts::plus));
        changes.values().removeIf(Amounts::isNothing);
        return changes;
    }

    /// Amounts by shelf, while they are being added up.
    static final class Sums {

        private final HashMap<Shelf, Amounts> sums = new HashMap<>();

        void add(Shelf shelf, Amounts amounts) {
            sums.merge(shelf, amounts, Amounts::plus);
        }

        Map<Shelf, Amounts> asMap() {
            return sums;
        }
    }
}
