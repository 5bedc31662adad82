package io.quartermaster.sandbox.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which sold line a cancellation takes back. The file does not say; a till would. So we look for
/// the newest earlier line of the same customer and article, and take from it what is left of it.
final class SalesLedger {

    private final Map<String, Deque<Sold>> byCustomerAndSku = new HashMap<>();

    void sold(FileLine line, long order, long lineId) {
        byCustomerAndSku
                .computeIfAbsent(key(line), _ -> new ArrayDeque<>())
                .push(new Sold(order, lineId, line.quantity()));
    }

    /// Splits a cancelled quantity over the lines that it came from; what no sale explains comes
    /// last, without an order.
    List<Taken> takeBack(FileLine cancelled) {
        var open = byCustomerAndSku.getOrDefault(key(cancelled), new ArrayDeque<>());
        var taken = new ArrayList<Taken>();
        var left = -cancelled.quantity();
        while (left > 0 && !open.isEmpty()) {
            var newest = open.peek();
            var part = Math.min(left, newest.left);
            taken.add(new Taken(newest.order, newest.line, part));
            left -= part;
            newest.left -= part;
            if (newest.left == 0) {
                open.pop();
            }
        }
        if (left > 0) {
            taken.add(new Taken(Taken.NO_ORDER, 0, left));
        }
        return taken;
    }

    private static String key(FileLine line) {
        return line.customer() + "|" + line.sku();
    }

    /// @param order the order that it was sold with, or [#NO_ORDER]
    record Taken(long order, long line, int quantity) {

        static final long NO_ORDER = -1;
    }

    private static final class Sold {

        private final long order;
        private final long line;
        private int left;

        Sold(long order, long line, int left) {
            this.order = order;
            this.line = line;
            this.left = left;
        }
    }
}
