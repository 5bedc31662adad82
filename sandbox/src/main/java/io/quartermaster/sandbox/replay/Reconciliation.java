package io.quartermaster.sandbox.replay;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Holds the books against the file, article by article, to the unit and to the penny: what the
/// file says must be what the books count plus what they refused.
final class Reconciliation {

    private static final int SHOWN_MAX = 20;

    private final Totals file;
    private final Books books;
    private final long lines;

    Reconciliation(List<List<FileLine>> invoices, Books books) {
        this.file = new Totals();
        invoices.forEach(invoice -> invoice.forEach(line -> file.add(line.sku(), line.quantity(), line.pennies())));
        this.lines = invoices.stream().mapToLong(List::size).sum();
        this.books = books;
    }

    boolean isExact() {
        return differences().isEmpty();
    }

    void print(PrintStream out) {
        out.printf("%n%-44s %14s %18s%n", "Reconciliation", "units", "revenue, GBP");
        row(
                out,
                "the file, %,d lines of %,d articles"
                        .formatted(lines, file.labels().size()),
                file.units(),
                file.pennies());
        row(
                out,
                "the books: sold less returned",
                books.counted().units(),
                books.counted().pennies());
        row(
                out,
                "refused, each line with its reason",
                books.refused().units(),
                books.refused().pennies());
        row(
                out,
                "difference",
                file.units() - books.counted().units() - books.refused().units(),
                file.pennies() - books.counted().pennies() - books.refused().pennies());
        out.printf("%n%-34s %9s %14s %18s%n", "Refused because", "lines", "units", "GBP");
        books.reasons()
                .forEach((reason, sums) ->
                        out.printf("  %-32s %,9d %,14d %,18.2f%n", reason, sums[0], sums[1], sums[2] / 100.0));
        verdict(out);
    }

    private void verdict(PrintStream out) {
        var differences = differences();
        if (differences.isEmpty()) {
            out.printf(
                    "%nBooks and file agree for each of %,d articles, to the unit and to the penny.%n",
                    file.labels().size());
            return;
        }
        out.printf("%nBooks and file DISAGREE for %,d articles. The first of them:%n", differences.size());
        differences.stream()
                .limit(SHOWN_MAX)
                .forEach(label -> out.printf(
                        "  %-14s file %,d units %.2f, books %,d units %.2f, refused %,d units %.2f%n",
                        label,
                        file.units(label),
                        file.pennies(label) / 100.0,
                        books.counted().units(label),
                        books.counted().pennies(label) / 100.0,
                        books.refused().units(label),
                        books.refused().pennies(label) / 100.0));
    }

    private List<String> differences() {
        var labels = new TreeSet<>(file.labels());
        labels.addAll(books.counted().labels());
        labels.addAll(books.refused().labels());
        var different = new ArrayList<String>();
        for (var label : labels) {
            if (file.units(label)
                            != books.counted().units(label) + books.refused().units(label)
                    || file.pennies(label)
                            != books.counted().pennies(label) + books.refused().pennies(label)) {
                different.add(label);
            }
        }
        return different;
    }

    private static void row(PrintStream out, String what, long units, long pennies) {
        out.printf("  %-42s %,14d %,18.2f%n", what, units, pennies / 100.0);
    }
}
