package io.quartermaster.books.stock;

import io.quartermaster.books.stock.Change.Cause;
import io.quartermaster.books.stock.Movement.Kind;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Books a batch: movements first, then what reports make of them, then the positions.
@Component
class StockBook {

    private final PaperStore papers;
    private final MovementStore movements;
    private final PositionStore positions;

    StockBook(PaperStore papers, MovementStore movements, PositionStore positions) {
        this.papers = papers;
        this.movements = movements;
        this.positions = positions;
    }

    void apply(Reading reading) {
        var batch = new Batch();
        var rekeyed = new HashMap<VariantId, Told>();
        var touched = new LinkedHashSet<>(reading.papers.keySet());
        for (var merged : reading.mergers) {
            movements.merge(merged.from(), merged.into()).ifPresent(into -> {
                rekeyed.put(into, merged.told());
                touched.addAll(movements.entangled(into));
            });
        }
        write(touched, reading, batch);
        writeSingles(reading, batch);
        positions.add(batch.deltas);
        rekeyed.forEach(
                (variant, told) -> positions.rebuild(Set.of(variant)).forEach(shelf -> batch.noteMerged(shelf, told)));
        var differences = movements.settleReports(batch.since);
        positions.addDifferences(differences);
        differences.forEach(batch::note);
        positions.noteChanges(batch.changes(renamed(reading.signals)));
    }

    private List<Change> renamed(List<Change> signals) {
        var successors =
                movements.successors(signals.stream().map(it -> it.variant().value()));
        return signals.stream()
                .map(it -> it.about(new VariantId(successors.getOrDefault(
                        it.variant().value(), it.variant().value()))))
                .toList();
    }

    private void write(Collection<String> touched, Reading reading, Batch batch) {
        var before = papers.load(touched);
        var after = LinkedHashMap.<String, Paper>newLinkedHashMap(touched.size());
        for (var id : touched) {
            var paper = before.getOrDefault(id, PaperOf.empty(id));
            for (var step : reading.papers.getOrDefault(id, List.of())) {
                paper = step.apply(paper);
            }
            after.put(id, paper);
        }
        papers.save(after);
        var successors = movements.successors(after.values().stream().flatMap(Paper::variants));
        var oldRows = movements.rowsOf(before.keySet());
        var gone = new ArrayList<String>();
        var fresh = new ArrayList<Row>();
        after.forEach((id, paper) -> {
            var old = oldRows.getOrDefault(id, List.of());
            var now = Row.of(
                    id,
                    paper.renamed(name -> successors.getOrDefault(name, name)).postings());
            if (!Row.areSame(old, now)) {
                old.forEach(row -> batch.add(row, row.amounts().negated()));
                now.forEach(row -> batch.add(row, row.amounts()));
                if (!old.isEmpty()) {
                    gone.add(id);
                }
                fresh.addAll(now);
            }
        });
        movements.delete(gone);
        movements.insert(fresh);
    }

    /// Adjustments and reports belong to no paper, and are told once.
    private void writeSingles(Reading reading, Batch batch) {
        var successors = movements.successors(Stream.concat(
                reading.adjustments.stream().map(row -> row.shelf().variant().value()),
                reading.reports.stream().map(report -> report.shelf().variant().value())));
        var rows = new ArrayList<Row>();
        reading.adjustments.forEach(row -> rows.add(row.at(row.shelf().renamed(successors))));
        var reports = reading.reports.stream()
                .map(report -> report.at(report.shelf().renamed(successors)))
                .toList();
        reports.forEach(report -> rows.add(report.row()));
        rows.forEach(row -> batch.add(row, row.amounts()));
        movements.insert(rows);
        movements.insertReports(reports);
    }

    /// By how much a position changes, and what we learn beside it.
    ///
    /// @param knownSince when we first knew a level; [Instant#MAX] if this says nothing of it
    record Delta(Amounts amounts, Instant asOf, Instant knownSince) {

        Delta plus(Delta other) {
            return new Delta(
                    amounts.plus(other.amounts),
                    asOf.isAfter(other.asOf) ? asOf : other.asOf,
                    knownSince.isBefore(other.knownSince) ? knownSince : other.knownSince);
        }
    }

    /// By how much a report's difference changed.
    record Difference(Shelf shelf, java.math.BigDecimal change, String correlation, Instant at) {}

    /// What a batch adds up to.
    private static final class Batch {

        final Map<Shelf, Delta> deltas = new HashMap<>();
        final Map<Shelf, Instant> since = new HashMap<>();
        private final Map<Place, Change> noted = new HashMap<>();

        private record Place(VariantId variant, LocationId location) {}

        void add(Row row, Amounts amounts) {
            var knownSince = makesKnown(row) ? row.at() : Instant.MAX;
            deltas.merge(row.shelf(), new Delta(amounts, row.at(), knownSince), Delta::plus);
            since.merge(row.shelf(), row.at(), (one, other) -> one.isBefore(other) ? one : other);
            if (!row.amounts().isNothing()) {
                var cause = row.kind() == Kind.SALE ? Cause.SALE : Cause.OTHER;
                note(row.shelf(), row.correlation(), row.at(), cause);
            }
        }

        void noteMerged(Shelf shelf, Told told) {
            since.put(shelf, Instant.MIN);
            note(shelf, told.correlation(), told.at(), Cause.OTHER);
        }

        void note(Difference difference) {
            note(difference.shelf(), difference.correlation(), difference.at(), Cause.OTHER);
        }

        private void note(Shelf shelf, String correlation, Instant at, Cause cause) {
            var change = new Change(shelf.variant(), shelf.location(), new CorrelationId(correlation), at, cause);
            noted.merge(new Place(shelf.variant(), shelf.location()), change, Change::stronger);
        }

        Collection<Change> changes(List<Change> signals) {
            signals.forEach(it -> noted.merge(new Place(it.variant(), it.location()), it, Change::stronger));
            return noted.values();
        }

        private static boolean makesKnown(Row row) {
            return switch (row.kind()) {
                case REPORTED_DIFFERENCE, COUNTED_DIFFERENCE -> true;
                case RECEIVED, TRANSFER -> row.amounts().onHand().signum() > 0;
                case SALE, RETURN, ADJUSTMENT, ORDERED, ORDER_CANCELLED -> false;
            };
        }
    }
}
