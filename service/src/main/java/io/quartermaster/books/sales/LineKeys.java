package io.quartermaster.books.sales;

import java.util.HashMap;
import java.util.Map;

/// Keys of the lines of one paper: the teller's own, and for one that it gives twice `key#2`.
final class LineKeys {

    private final Map<String, Integer> seen = new HashMap<>();

    String next(String told) {
        int count = seen.merge(told, 1, Integer::sum);
        return count == 1 ? told : "%s#%d".formatted(told, count);
    }
}
