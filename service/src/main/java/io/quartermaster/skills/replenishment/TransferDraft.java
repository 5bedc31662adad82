package io.quartermaster.skills.replenishment;

import io.quartermaster.approvals.Proposal;
import io.quartermaster.approvals.Proposal.Alternative;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.skills.replenishment.LineFacts.Elsewhere;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The first way out: another of our locations has more than it needs.
final class TransferDraft {

    private TransferDraft() {}

    /// One proposal for each location that can help.
    static List<Proposal> all(ReplenishmentFacts facts, List<PlannedLine> lines) {
        var bySource = new LinkedHashMap<LocationId, List<PlannedLine>>();
        for (var line : lines) {
            var source = line.source();
            if (source != null) {
                bySource.merge(source.location(), List.of(line), TransferDraft::joined);
            }
        }
        return bySource.values().stream().map(of -> draft(facts, of)).toList();
    }

    private static Proposal draft(ReplenishmentFacts facts, List<PlannedLine> lines) {
        var source = Objects.requireNonNull(lines.getFirst().source());
        var action = new TransferStock(
                source.transfer(),
                source.location(),
                facts.location().id(),
                lines.stream().map(PlannedLine::transferLine).toList());
        var about = "transfer/%s/%s/%s".formatted(facts.supplier().id(), source.location(), action.to());
        return new Proposal(
                ReplenishmentSkill.ID,
                about,
                new Proposal.Scope(action.to(), Reasons.categories(lines), null),
                action,
                because(facts, lines, source),
                Reasons.evidence(facts, lines),
                List.of(),
                List.of(buying(facts, lines)),
                value(facts, lines),
                Reasons.confidencePercent(lines),
                Reasons.actBy(facts, lines, facts.bounds().transferDays()));
    }

    private static String because(ReplenishmentFacts facts, List<PlannedLine> lines, Elsewhere source) {
        var first = lines.getFirst();
        return "%s %s has %s to spare, which covers the %s needed at %s without buying."
                .formatted(
                        Reasons.because(facts, lines),
                        source.name(),
                        Words.of(source.surplus()) + " of " + first.facts().sku(),
                        Words.shortOf(first.transferred()),
                        facts.location().name());
    }

    private static Alternative buying(ReplenishmentFacts facts, List<PlannedLine> lines) {
        var cost = lines.stream()
                .map(line -> line.orderLine().amount())
                .reduce(Money::plus)
                .orElseThrow();
        return new Alternative(
                "buy it from %s instead, in %s"
                        .formatted(
                                facts.supplier().name(),
                                Words.days(facts.supplier().leadTime().days())),
                cost.toString());
    }

    private static Money value(ReplenishmentFacts facts, List<PlannedLine> lines) {
        return lines.stream()
                .map(line -> line.facts().supply().unitCost().times(line.transferred()))
                .reduce(Money.zero(facts.supplier().currency()), Money::plus);
    }

    private static List<PlannedLine> joined(List<PlannedLine> some, List<PlannedLine> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
