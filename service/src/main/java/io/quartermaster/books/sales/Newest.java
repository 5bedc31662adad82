package io.quartermaster.books.sales;

import java.util.Collection;
import java.util.TreeMap;

/// Of several tellings of one paper, the newest.
final class Newest<T extends Newest.Telling<T>> {

    private final TreeMap<String, T> byPaper = new TreeMap<>();

    /// A telling that may be replaced by a newer one of the same paper.
    interface Telling<T> {

        String paper();

        boolean isNewerThan(T other);
    }

    void put(T telling) {
        byPaper.merge(telling.paper(), telling, (kept, other) -> other.isNewerThan(kept) ? other : kept);
    }

    Collection<T> all() {
        return byPaper.values();
    }
}
