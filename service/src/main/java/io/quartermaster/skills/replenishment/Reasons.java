package io.quartermaster.skills.replenishment;

import io.quartermaster.approvals.Evidence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Why, in words and figures.
final class Reasons {

    private Reasons() {}

    /// The reason in a sentence, with the figures that decided.
    static String because(ReplenishmentFacts facts, List<PlannedLine> lines) {
        var due = lines.stream().filter(line -> line.plan().due()).toList();
        var first = due.getFirst();
        var others = due.size() == 1
                ? ""
                : " %d more of %s at or below theirs."
                        .formatted(due.size() - 1, facts.supplier().name());
        return "%s: %s there or coming, and the reorder point is %s; %s.%s"
                .formatted(
                        first.facts().sku(),
                        Words.of(first.facts().position().inventoryPosition()),
                        Words.shortOf(first.plan().reorderPoint()),
                        emptyOn(facts, first),
                        others);
    }

    private static String emptyOn(ReplenishmentFacts facts, PlannedLine line) {
        var stockOut = line.plan().stockOut();
        var days = facts.supplier().leadTime().days();
        if (stockOut == null) {
            return "an order takes %s".formatted(Words.days(days));
        }
        return stockOut.isBefore(facts.arrival())
                ? "it runs out on %s, before an order of %s can be here".formatted(stockOut, Words.days(days))
                : "it runs out on %s, and an order takes %s".formatted(stockOut, Words.days(days));
    }

    /// The last business day on which yes still helps: goods sent for then arrive as the first shelf
    /// runs dry. If that day is gone, today; null if no shelf runs dry in sight.
    static @Nullable LocalDate actBy(ReplenishmentFacts facts, List<PlannedLine> lines, int daysUnderWay) {
        return lines.stream()
                .map(line -> line.plan().stockOut())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(day -> day.minusDays(daysUnderWay))
                .map(day -> day.isBefore(facts.today()) ? facts.today() : day)
                .orElse(null);
    }

    /// As sure as the least sure line.
    static int confidencePercent(List<PlannedLine> lines) {
        return lines.stream()
                .mapToInt(line -> line.facts().outlook().demand().confidencePercent())
                .min()
                .orElse(0);
    }

    static List<String> categories(List<PlannedLine> lines) {
        return lines.stream()
                .map(line -> line.facts().category())
                .filter(category -> !category.isBlank())
                .distinct()
                .sorted()
                .toList();
    }

    static List<Evidence> evidence(ReplenishmentFacts facts, List<PlannedLine> lines) {
        var evidence = new ArrayList<Evidence>(SupplierEvidence.of(facts));
        lines.forEach(line -> evidence.addAll(LineEvidence.of(facts, line)));
        return evidence;
    }
}
