package io.quartermaster.books.stock;

import static io.quartermaster.books.stock.MovementStore.column;

import io.quartermaster.books.stock.StockBook.Delta;
import io.quartermaster.books.stock.StockBook.Difference;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tables of positions, and of those that changed.
@Component
class PositionStore {

    private final JdbcClient database;

    PositionStore(JdbcClient database) {
        this.database = database;
    }

    void add(Map<Shelf, Delta> deltas) {
        if (deltas.isEmpty()) {
            return;
        }
        var sorted = List.copyOf(new TreeMap<>(deltas).entrySet());
        database.sql("""
                        insert into stock.position as p (variant, location, unit, on_hand, committed, in_transit,
                            on_order, as_of, known_since)
                        select variant, location, unit, on_hand, committed, in_transit, on_order, as_of,
                            nullif(known_since, 'infinity')
                        from unnest(:variants::text[], :locations::text[], :units::text[], :onHand::numeric[],
                            :committed::numeric[], :inTransit::numeric[], :onOrder::numeric[], :asOf::timestamptz[],
                            :knownSince::timestamptz[])
                            t (variant, location, unit, on_hand, committed, in_transit, on_order, as_of, known_since)
                        on conflict (variant, location, unit) do update set
                            on_hand = p.on_hand + excluded.on_hand,
                            committed = p.committed + excluded.committed,
                            in_transit = p.in_transit + excluded.in_transit,
                            on_order = p.on_order + excluded.on_order,
                            as_of = greatest(p.as_of, excluded.as_of),
                            known_since = least(p.known_since, excluded.known_since)""")
                .param("variants", column(sorted, it -> it.getKey().variant()))
                .param("locations", column(sorted, it -> it.getKey().location()))
                .param("units", column(sorted, it -> it.getKey().unit()))
                .param("onHand", column(sorted, it -> it.getValue().amounts().onHand()))
                .param("committed", column(sorted, it -> it.getValue().amounts().committed()))
                .param("inTransit", column(sorted, it -> it.getValue().amounts().inTransit()))
                .param("onOrder", column(sorted, it -> it.getValue().amounts().onOrder()))
                .param("asOf", column(sorted, it -> it.getValue().asOf()))
                .param("knownSince", column(sorted, it -> it.getValue().knownSince()))
                .update();
    }

    void addDifferences(List<Difference> differences) {
        var deltas = new TreeMap<Shelf, Delta>();
        for (var difference : differences) {
            var delta = new Delta(Amounts.onHand(difference.change()), difference.at(), Instant.MAX);
            deltas.merge(difference.shelf(), delta, Delta::plus);
        }
        add(deltas);
    }

    /// Adds the movements of some variants up anew.
    ///
    /// @return the shelves that they stand on
    List<Shelf> rebuild(Set<VariantId> variants) {
        var ids = column(variants, it -> it);
        database.sql("delete from stock.position where variant = any (:ids)")
                .param("ids", ids)
                .update();
        return database.sql("""
                        insert into stock.position
                        select variant, location, unit, sum(on_hand), sum(committed), sum(in_transit), sum(on_order),
                            max(occurred_at), min(occurred_at) filter (
                                where kind in ('REPORTED_DIFFERENCE', 'COUNTED_DIFFERENCE')
                                   or kind in ('RECEIVED', 'TRANSFER') and on_hand > 0)
                        from stock.movement where variant = any (:ids)
                        group by variant, location, unit
                        returning variant, location, unit""")
                .param("ids", ids)
                .query((row, _) -> MovementStore.shelf(row))
                .list();
    }

    void noteChanges(Collection<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into stock.changed (variant, location, correlation, occurred_at, cause)
                        select * from unnest(:variants::text[], :locations::text[], :correlations::text[],
                            :times::timestamptz[], :causes::text[])""")
                .param("variants", column(changes, Change::variant))
                .param("locations", column(changes, Change::location))
                .param("correlations", column(changes, Change::correlation))
                .param("times", column(changes, Change::occurredAt))
                .param("causes", column(changes, Change::cause))
                .update();
    }

    /// Takes the changes that have waited longest; those of one place become one.
    List<Change> takeChanged(int limit) {
        var taken = database.sql("""
                        delete from stock.changed where id in (
                            select id from stock.changed order by id limit :limit for update skip locked)
                        returning variant, location, correlation, occurred_at, cause""")
                .param("limit", limit)
                .query((row, _) -> new Change(
                        new VariantId(row.getString("variant")),
                        new LocationId(row.getString("location")),
                        new CorrelationId(row.getString("correlation")),
                        row.getTimestamp("occurred_at").toInstant(),
                        Change.Cause.valueOf(row.getString("cause"))))
                .list();
        return Change.coalesced(taken);
    }
}
