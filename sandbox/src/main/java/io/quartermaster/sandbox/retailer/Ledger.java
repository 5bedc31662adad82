package io.quartermaster.sandbox.retailer;

import java.util.LinkedHashMap;
import java.util.Map;

/// The retailer's own account of true stock and true demand, kept apart from the platforms' books
/// so that the two can be compared.
public final class Ledger {

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    synchronized Entry entry(String place, String sku) {
        return entries.computeIfAbsent(place + "\n" + sku, _ -> new Entry());
    }

    synchronized void asked(String place, String sku, int asked, int sold) {
        var entry = entry(place, sku);
        entry.asked += asked;
        entry.sold += sold;
    }

    synchronized void received(String place, String sku, int units) {
        entry(place, sku).received += units;
    }

    synchronized void returned(String place, String sku, int units) {
        entry(place, sku).returned += units;
    }

    /// Somebody changed a platform's stock through its API.
    public synchronized void adjusted(String place, String sku, int change) {
        entry(place, sku).adjusted += change;
    }

    /// What must be on the shelf or promised to a web customer still waiting; what a platform calls
    /// available is the same figure, because the promise counts as sold here.
    public synchronized int balance(String place, String sku) {
        var entry = entry(place, sku);
        return entry.received + entry.returned + entry.adjusted - entry.sold;
    }

    public synchronized long unitsAsked() {
        return entries.values().stream().mapToLong(entry -> entry.asked).sum();
    }

    public synchronized long unitsSold() {
        return entries.values().stream().mapToLong(entry -> entry.sold).sum();
    }

    /// Units that customers wanted and did not get.
    public long unitsLost() {
        return unitsAsked() - unitsSold();
    }

    static final class Entry {

        private int asked;
        private int sold;
        private int received;
        private int returned;
        private int adjusted;
    }
}
