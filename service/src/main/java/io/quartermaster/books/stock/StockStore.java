package io.quartermaster.books.stock;

import static io.quartermaster.books.stock.MovementStore.amounts;
import static io.quartermaster.books.stock.MovementStore.column;
import static io.quartermaster.books.stock.MovementStore.shelf;

import io.quartermaster.books.stock.Disagreements.Disagreement;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.VariantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is asked of the stock tables. A variant that was counted in two units answers in the one
/// that was heard of last.
@Component
class StockStore {

    private final JdbcClient database;

    StockStore(JdbcClient database) {
        this.database = database;
    }

    List<StockPosition> positions(Collection<VariantId> variants, @Nullable LocationId location) {
        return database.sql("""
                        select distinct on (location, variant) * from stock.position
                        where variant = any (:variants) and (:location::text is null or location = :location)
                        order by location, variant, as_of desc, unit""")
                .param("variants", column(variants, it -> it))
                .param("location", location == null ? null : location.value(), java.sql.Types.VARCHAR)
                .query((row, _) -> position(row))
                .list();
    }

    List<StockPosition> search(StockFilter filter, int limit) {
        int bar = filter.after().indexOf('|');
        return database.sql("""
                        select * from (
                            select distinct on (location, variant) * from stock.position
                            where (cardinality(:locations::text[]) = 0 or location = any (:locations))
                              and (cardinality(:variants::text[]) = 0 or variant = any (:variants))
                              and (location, variant) > (:location, :variant)
                            order by location, variant, as_of desc, unit) p
                        where %s
                        order by location, variant limit :limit""".formatted(condition(filter.level())))
                .param("locations", column(filter.locations(), it -> it))
                .param("variants", column(filter.variants(), it -> it))
                .param("location", bar < 0 ? "" : filter.after().substring(0, bar))
                .param("variant", bar < 0 ? "" : filter.after().substring(bar + 1))
                .param("limit", limit)
                .query((row, _) -> position(row))
                .list();
    }

    List<Movement> movements(VariantId variant, LocationId location, int limit) {
        return database.sql("""
                        select * from stock.movement where variant = :variant and location = :location
                        order by occurred_at desc, sequence desc, part desc limit :limit""")
                .param("variant", variant.value())
                .param("location", location.value())
                .param("limit", limit)
                .query((row, _) -> movement(row))
                .list();
    }

    /// One variant's level now, and its changes by day.
    ///
    /// @param changes what changed on hand, by the number of the day; the day after the last holds
    /// all that happened since
    record Level(Unit unit, Quantity onHand, @Nullable Instant knownSince, Map<Integer, Quantity> changes) {}

    /// The beginnings of days stand in a select of their own: PostgreSQL reads them once and not once
    /// a row.
    Map<VariantId, Level> levels(LocationId location, Collection<VariantId> variants, List<Instant> dayStarts) {
        var levels = new HashMap<VariantId, Level>();
        database.sql("""
                        select distinct on (variant) * from stock.position
                        where location = :location and variant = any (:variants)
                        order by variant, as_of desc, unit""")
                .param("location", location.value())
                .param("variants", column(variants, it -> it))
                .query(row -> {
                    var known = row.getTimestamp("known_since");
                    var level = new Level(
                            shelf(row).unit(),
                            new Quantity(
                                    row.getBigDecimal("on_hand"), shelf(row).unit()),
                            known == null ? null : known.toInstant(),
                            new HashMap<>());
                    levels.put(shelf(row).variant(), level);
                });
        database.sql("""
                        select variant, unit, width_bucket(occurred_at, (select :starts::timestamptz[])) as day,
                            sum(on_hand) as change
                        from stock.movement
                        where location = :location and variant = any (:variants) and occurred_at >= :first::timestamptz
                        group by 1, 2, 3""")
                .param("location", location.value())
                .param("variants", column(variants, it -> it))
                .param("starts", column(dayStarts, it -> it))
                .param("first", dayStarts.getFirst().toString())
                .query(row -> {
                    var level = levels.get(new VariantId(row.getString("variant")));
                    if (level != null && level.unit() == Unit.valueOf(row.getString("unit"))) {
                        var change = new Quantity(row.getBigDecimal("change"), level.unit());
                        level.changes().put(row.getInt("day") - 1, change);
                    }
                });
        return levels;
    }

    long count() {
        return database.sql("select count(*) from stock.position")
                .query(Long.class)
                .single();
    }

    /// Positions that are not the sum of their movements.
    List<Disagreement> disagreements(int limit) {
        return database.sql("""
                        with sums as (
                            select variant, location, unit, sum(on_hand) as on_hand, sum(committed) as committed,
                                sum(in_transit) as in_transit, sum(on_order) as on_order
                            from stock.movement group by variant, location, unit)
                        select coalesce(p.variant, s.variant) as variant, coalesce(p.location, s.location) as location,
                            coalesce(p.unit, s.unit) as unit, figure.what, figure.kept, figure.added_up
                        from stock.position p
                        full join sums s on s.variant = p.variant and s.location = p.location and s.unit = p.unit
                        cross join lateral (values
                            ('on hand', coalesce(p.on_hand, 0), coalesce(s.on_hand, 0)),
                            ('committed', coalesce(p.committed, 0), coalesce(s.committed, 0)),
                            ('in transit', coalesce(p.in_transit, 0), coalesce(s.in_transit, 0)),
                            ('on order', coalesce(p.on_order, 0), coalesce(s.on_order, 0)))
                            figure (what, kept, added_up)
                        where figure.kept <> figure.added_up
                        order by 1, 2, 3, 4 limit :limit""")
                .param("limit", limit)
                .query((row, _) -> new Disagreement(
                        shelf(row).variant(),
                        shelf(row).location(),
                        row.getString("what"),
                        new Quantity(row.getBigDecimal("kept"), shelf(row).unit()),
                        new Quantity(row.getBigDecimal("added_up"), shelf(row).unit())))
                .list();
    }

    private static String condition(StockFilter.Level level) {
        return switch (level) {
            case ANY -> "true";
            case NEGATIVE -> "on_hand < 0";
            case EMPTY_OR_NEGATIVE -> "on_hand <= 0";
            case IN_STOCK -> "on_hand > 0";
        };
    }

    private static StockPosition position(ResultSet row) throws SQLException {
        var shelf = shelf(row);
        var amounts = amounts(row);
        return new StockPosition(
                shelf.variant(),
                shelf.location(),
                new Quantity(amounts.onHand(), shelf.unit()),
                new Quantity(amounts.committed(), shelf.unit()),
                new Quantity(amounts.inTransit(), shelf.unit()),
                new Quantity(amounts.onOrder(), shelf.unit()),
                row.getTimestamp("as_of").toInstant());
    }

    private static Movement movement(ResultSet row) throws SQLException {
        var shelf = shelf(row);
        var amounts = amounts(row);
        return new Movement(
                row.getLong("sequence"),
                new CorrelationId(row.getString("correlation")),
                row.getTimestamp("occurred_at").toInstant(),
                shelf.variant(),
                shelf.location(),
                Movement.Kind.valueOf(row.getString("kind")),
                row.getString("paper"),
                new Quantity(amounts.onHand(), shelf.unit()),
                new Quantity(amounts.committed(), shelf.unit()),
                new Quantity(amounts.inTransit(), shelf.unit()),
                new Quantity(amounts.onOrder(), shelf.unit()));
    }
}
