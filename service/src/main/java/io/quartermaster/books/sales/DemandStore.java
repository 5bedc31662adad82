package io.quartermaster.books.sales;

import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was sold when, by days and hours whose beginnings the caller reckons: a location's
/// clock is Java's business, so that summer time is the same everywhere. The beginnings stand in
/// a select of their own, so that PostgreSQL reads them once and not once a row.
@Component
class DemandStore {

    private final JdbcClient database;

    DemandStore(JdbcClient database) {
        this.database = database;
    }

    /// One variant's sales by the number of the day.
    record Sold(Unit unit, Instant first, Map<Integer, Quantity> byDay) {}

    /// @param dayStarts of each day, and of the day after the last
    Map<VariantId, Sold> sold(LocationId location, Collection<VariantId> variants, List<Instant> dayStarts) {
        var sold = firsts(location, variants);
        database.sql("""
                        select variant, unit, width_bucket(occurred_at, (select :starts::timestamptz[])) as day,
                            sum(quantity) as quantity
                        from sales.line
                        where location = :location and variant = any (:variants) and counted
                          and occurred_at >= :from::timestamptz and occurred_at < :to::timestamptz
                        group by 1, 2, 3""")
                .param("location", location.value())
                .param("variants", ids(variants))
                .param("starts", times(dayStarts))
                .param("from", dayStarts.getFirst().toString())
                .param("to", dayStarts.getLast().toString())
                .query(row -> {
                    var known = sold.get(new VariantId(row.getString("variant")));
                    if (known != null && known.unit() == Unit.valueOf(row.getString("unit"))) {
                        known.byDay()
                                .put(row.getInt("day") - 1, new Quantity(row.getBigDecimal("quantity"), known.unit()));
                    }
                });
        return sold;
    }

    /// The first sale of each variant there, and the unit that it was sold in last.
    private Map<VariantId, Sold> firsts(LocationId location, Collection<VariantId> variants) {
        var firsts = new HashMap<VariantId, Sold>();
        database.sql("""
                        select t.variant, first.occurred_at as first, last.unit
                        from unnest(:variants::text[]) t (variant)
                        cross join lateral (
                            select occurred_at from sales.line
                            where variant = t.variant and location = :location and counted
                            order by occurred_at limit 1) first
                        cross join lateral (
                            select unit from sales.line
                            where variant = t.variant and location = :location and counted
                            order by occurred_at desc, unit limit 1) last""")
                .param("location", location.value())
                .param("variants", ids(variants))
                .query(row -> {
                    firsts.put(
                            new VariantId(row.getString("variant")),
                            new Sold(
                                    Unit.valueOf(row.getString("unit")),
                                    row.getTimestamp("first").toInstant(),
                                    new HashMap<>()));
                });
        return firsts;
    }

    Optional<Instant> firstSale(VariantId variant, LocationId location) {
        return Optional.ofNullable(firsts(location, List.of(variant)).get(variant))
                .map(Sold::first);
    }

    Optional<Instant> firstSaleAt(LocationId location) {
        return database.sql("""
                        select occurred_at from sales.line where location = :location
                        order by occurred_at limit 1""")
                .param("location", location.value())
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /// Units sold of each variant at a location in a span of time.
    Map<VariantId, Quantity> soldBetween(LocationId location, Instant from, Instant to) {
        var sold = new HashMap<VariantId, Quantity>();
        database.sql("""
                        select distinct on (variant) variant, unit, sum(quantity) as quantity from sales.line
                        where location = :location and counted
                          and occurred_at >= :from::timestamptz and occurred_at < :to::timestamptz
                        group by variant, unit order by variant, max(occurred_at) desc, unit""")
                .param("location", location.value())
                .param("from", from.toString())
                .param("to", to.toString())
                .query(row -> {
                    var unit = Unit.valueOf(row.getString("unit"));
                    sold.put(
                            new VariantId(row.getString("variant")), new Quantity(row.getBigDecimal("quantity"), unit));
                });
        return sold;
    }

    /// Units sold of some variants since then, each in the unit that it was sold in last.
    Map<VariantId, Quantity> soldSince(LocationId location, Collection<VariantId> variants, Instant from) {
        var sold = new HashMap<VariantId, Quantity>();
        database.sql("""
                        select distinct on (variant) variant, unit, sum(quantity) as quantity from sales.line
                        where location = :location and variant = any (:variants) and counted
                          and occurred_at >= :from::timestamptz
                        group by variant, unit order by variant, max(occurred_at) desc, unit""")
                .param("location", location.value())
                .param("variants", ids(variants))
                .param("from", from.toString())
                .query(row -> {
                    var unit = Unit.valueOf(row.getString("unit"));
                    sold.put(
                            new VariantId(row.getString("variant")), new Quantity(row.getBigDecimal("quantity"), unit));
                });
        return sold;
    }

    /// Sales by the number of the hour.
    Map<Integer, Long> salesByHour(LocationId location, List<Instant> hourStarts) {
        var sales = new HashMap<Integer, Long>();
        database.sql("""
                        select width_bucket(occurred_at, (select :starts::timestamptz[])) as hour, count(*) as sales
                        from sales.receipt
                        where location = :location and state <> 'CANCELLED'
                          and occurred_at >= :from::timestamptz and occurred_at < :to::timestamptz
                        group by 1""")
                .param("location", location.value())
                .param("starts", times(hourStarts))
                .param("from", hourStarts.getFirst().toString())
                .param("to", hourStarts.getLast().toString())
                .query(row -> {
                    sales.put(row.getInt("hour") - 1, row.getLong("sales"));
                });
        return sales;
    }

    /// Money taken by the number of the hour, an amount a currency.
    Map<Integer, List<Money>> revenueByHour(LocationId location, List<Instant> hourStarts) {
        var revenue = new HashMap<Integer, List<Money>>();
        database.sql("""
                        select width_bucket(occurred_at, (select :starts::timestamptz[])) as hour, currency, sum(amount) as amount
                        from sales.line
                        where location = :location and counted
                          and occurred_at >= :from::timestamptz and occurred_at < :to::timestamptz
                        group by 1, 2 order by 1, 2""")
                .param("location", location.value())
                .param("starts", times(hourStarts))
                .param("from", hourStarts.getFirst().toString())
                .param("to", hourStarts.getLast().toString())
                .query(row -> {
                    revenue.computeIfAbsent(row.getInt("hour") - 1, _ -> new ArrayList<>())
                            .add(SalesStore.money(row, "amount"));
                });
        return revenue;
    }

    private static String[] ids(Collection<VariantId> variants) {
        return variants.stream().map(VariantId::value).toArray(String[]::new);
    }

    private static String[] times(List<Instant> times) {
        return times.stream().map(Instant::toString).toArray(String[]::new);
    }
}
