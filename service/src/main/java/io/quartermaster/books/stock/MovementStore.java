package io.quartermaster.books.stock;

import io.quartermaster.books.stock.StockBook.Difference;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.VariantId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tables of movements and reports.
@Component
class MovementStore {

    private final JdbcClient database;

    MovementStore(JdbcClient database) {
        this.database = database;
    }

    Map<String, List<Row>> rowsOf(Collection<String> papers) {
        var rows = new HashMap<String, List<Row>>();
        if (!papers.isEmpty()) {
            database.sql("select * from stock.movement where paper = any (:papers) order by paper, part")
                    .param("papers", papers.toArray(String[]::new))
                    .query(row -> {
                        rows.computeIfAbsent(row.getString("paper"), _ -> new ArrayList<>())
                                .add(row(row));
                    });
        }
        return rows;
    }

    void delete(Collection<String> papers) {
        if (!papers.isEmpty()) {
            database.sql("delete from stock.movement where paper = any (:papers)")
                    .param("papers", papers.toArray(String[]::new))
                    .update();
        }
    }

    void insert(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into stock.movement (paper, part, variant, location, unit, occurred_at, kind, sequence,
                            correlation, on_hand, committed, in_transit, on_order, unseen)
                        select * from unnest(:papers::text[], :parts::integer[], :variants::text[], :locations::text[],
                            :units::text[], :times::timestamptz[], :kinds::text[], :sequences::bigint[],
                            :correlations::text[], :onHand::numeric[], :committed::numeric[], :inTransit::numeric[],
                            :onOrder::numeric[], :unseen::numeric[])""")
                .param("papers", column(rows, Row::paper))
                .param("parts", column(rows, Row::part))
                .param("variants", column(rows, row -> row.shelf().variant()))
                .param("locations", column(rows, row -> row.shelf().location()))
                .param("units", column(rows, row -> row.shelf().unit()))
                .param("times", column(rows, Row::at))
                .param("kinds", column(rows, Row::kind))
                .param("sequences", column(rows, Row::sequence))
                .param("correlations", column(rows, Row::correlation))
                .param("onHand", column(rows, row -> row.amounts().onHand()))
                .param("committed", column(rows, row -> row.amounts().committed()))
                .param("inTransit", column(rows, row -> row.amounts().inTransit()))
                .param("onOrder", column(rows, row -> row.amounts().onOrder()))
                .param("unseen", column(rows, row -> row.amounts().unseen()))
                .update();
    }

    void insertReports(List<Report> reports) {
        if (reports.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into stock.report (paper, variant, location, unit, occurred_at, source_key, level, measure)
                        select * from unnest(:papers::text[], :variants::text[], :locations::text[], :units::text[],
                            :times::timestamptz[], :keys::text[], :levels::numeric[], :measures::text[])""")
                .param("papers", column(reports, Report::paper))
                .param("variants", column(reports, report -> report.shelf().variant()))
                .param("locations", column(reports, report -> report.shelf().location()))
                .param("units", column(reports, report -> report.shelf().unit()))
                .param("times", column(reports, report -> report.told().at()))
                .param("keys", column(reports, report -> report.told().key()))
                .param("levels", column(reports, Report::level))
                .param("measures", column(reports, Report::measure))
                .update();
    }

    /// Lets each report that something before it, or it itself, has changed make up its difference
    /// anew: its level, less the level before it, less what moved in between. What is available
    /// leaves out what is promised, except what its platform does not know to be promised.
    ///
    /// @param since from when on, for each shelf; [Instant#MIN] for all
    List<Difference> settleReports(Map<Shelf, Instant> since) {
        if (since.isEmpty()) {
            return List.of();
        }
        var shelves = List.copyOf(since.entrySet());
        return database.sql("""
                        with touched as (
                            select * from unnest(:variants::text[], :locations::text[], :units::text[],
                                :since::timestamptz[]) t (variant, location, unit, since)),
                        chain as (
                            select r.*, t.since, p.committed as committed_now
                            from touched t
                            join stock.position p using (variant, location, unit)
                            cross join lateral (
                                (select * from stock.report b
                                 where b.variant = t.variant and b.location = t.location and b.unit = t.unit
                                   and b.occurred_at < t.since
                                 order by b.occurred_at desc, b.source_key desc limit 1)
                                union all
                                select * from stock.report a
                                where a.variant = t.variant and a.location = t.location and a.unit = t.unit
                                  and a.occurred_at >= t.since) r),
                        levels as (
                            select c.*, c.level + case when c.measure <> 'AVAILABLE' then 0 else c.committed_now - (
                                select coalesce(sum(m.committed), 0) from stock.movement m
                                where m.variant = c.variant and m.location = c.location and m.unit = c.unit
                                  and m.occurred_at > c.occurred_at) - (
                                select coalesce(sum(m.unseen), 0) from stock.movement m
                                where m.variant = c.variant and m.location = c.location and m.unit = c.unit
                                  and m.unseen <> 0 and m.occurred_at <= c.occurred_at) end as on_hand
                            from chain c),
                        steps as (
                            select l.*, lag(l.on_hand) over shelf as level_before, lag(l.occurred_at) over shelf as before
                            from levels l
                            window shelf as (partition by variant, location, unit order by occurred_at, source_key)),
                        fresh as (
                            select s.paper, s.on_hand - coalesce(s.level_before, 0) - (
                                select coalesce(sum(m.on_hand), 0) from stock.movement m
                                where m.variant = s.variant and m.location = s.location and m.unit = s.unit
                                  and m.kind not in ('REPORTED_DIFFERENCE', 'COUNTED_DIFFERENCE')
                                  and m.occurred_at > coalesce(s.before, '-infinity')
                                  and m.occurred_at <= s.occurred_at) as difference
                            from steps s where s.occurred_at >= s.since)
                        update stock.movement m set on_hand = f.difference
                        from fresh f join stock.movement o on o.paper = f.paper and o.part = 0
                        where m.paper = f.paper and m.part = 0 and o.on_hand <> f.difference
                        returning m.variant, m.location, m.unit, f.difference - o.on_hand as change,
                            m.correlation, m.occurred_at""")
                .param("variants", column(shelves, it -> it.getKey().variant()))
                .param("locations", column(shelves, it -> it.getKey().location()))
                .param("units", column(shelves, it -> it.getKey().unit()))
                .param("since", column(shelves, Map.Entry::getValue))
                .query((row, _) -> new Difference(
                        shelf(row),
                        row.getBigDecimal("change"),
                        row.getString("correlation"),
                        row.getTimestamp("occurred_at").toInstant()))
                .list();
    }

    /// Whom variants were merged into, those that were.
    Map<String, String> successors(Stream<String> variants) {
        var asked = variants.distinct().toArray(String[]::new);
        var successors = new HashMap<String, String>();
        if (asked.length > 0) {
            database.sql("select from_variant, into_variant from stock.merged where from_variant = any (:asked)")
                    .param("asked", asked)
                    .query(row -> {
                        successors.put(row.getString(1), row.getString(2));
                    });
        }
        return successors;
    }

    /// Gives all that was booked for one variant to another.
    ///
    /// @return the variant that all of it belongs to now; empty if nothing was to be done
    Optional<VariantId> merge(VariantId from, VariantId into) {
        var known = successors(Stream.of(from.value(), into.value()));
        var loser = known.getOrDefault(from.value(), from.value());
        var winner = known.getOrDefault(into.value(), into.value());
        if (loser.equals(winner)) {
            return Optional.empty();
        }
        for (var statement : List.of(
                "update stock.merged set into_variant = :winner where into_variant = :loser",
                "insert into stock.merged (from_variant, into_variant) values (:loser, :winner)",
                "update stock.movement set variant = :winner where variant = :loser",
                "update stock.report set variant = :winner where variant = :loser",
                "delete from stock.position where variant = :loser and :winner <> ''")) {
            database.sql(statement)
                    .param("loser", loser)
                    .param("winner", winner)
                    .update();
        }
        return Optional.of(new VariantId(winner));
    }

    /// Papers whose lines may mean each other now that two variants are one: orders and transfers,
    /// and sales of which something came back.
    List<String> entangled(VariantId variant) {
        return database.sql("""
                        select distinct m.paper from stock.movement m
                        where m.variant = :variant and (m.paper like 'purchase-order/%' or m.paper like 'transfer/%'
                            or m.paper like 'sale/%' and exists (
                                select 1 from stock.movement r where r.paper = m.paper and r.kind = 'RETURN'))
                        order by m.paper""")
                .param("variant", variant.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    static <T> String[] column(Collection<T> rows, Function<T, ?> value) {
        return rows.stream().map(row -> text(value.apply(row))).toArray(String[]::new);
    }

    static Shelf shelf(ResultSet row) throws SQLException {
        return new Shelf(
                new VariantId(row.getString("variant")),
                new LocationId(row.getString("location")),
                Unit.valueOf(row.getString("unit")));
    }

    /// The four figures, of a movement or of a position.
    static Amounts amounts(ResultSet row) throws SQLException {
        return new Amounts(
                row.getBigDecimal("on_hand"),
                row.getBigDecimal("committed"),
                row.getBigDecimal("in_transit"),
                row.getBigDecimal("on_order"),
                BigDecimal.ZERO);
    }

    private static String text(Object value) {
        return switch (value) {
            case BigDecimal number -> number.toPlainString();
            case Instant at when at.equals(Instant.MIN) -> "-infinity";
            case Instant at when at.equals(Instant.MAX) -> "infinity";
            case io.quartermaster.retail.Id id -> id.value();
            case Enum<?> constant -> constant.name();
            case Object other -> other.toString();
        };
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("paper"),
                row.getInt("part"),
                shelf(row),
                row.getTimestamp("occurred_at").toInstant(),
                Movement.Kind.valueOf(row.getString("kind")),
                row.getLong("sequence"),
                row.getString("correlation"),
                amounts(row).plus(Amounts.unseen(row.getBigDecimal("unseen"))));
    }
}
