package io.quartermaster.books.sales;

import io.quartermaster.books.catalog.Location;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.SaleEvent.Channel;
import io.quartermaster.retail.Unit;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was sold at the till, and what on the web: a sum a day, added up in the database.
@Component
class ChannelStore {

    private final JdbcClient database;

    ChannelStore(JdbcClient database) {
        this.database = database;
    }

    /// A line is counted in the way in which its receipt was sold, as that was told last.
    List<ChannelSales> sold(Location place, List<SalesGroup> groups, LocalDate from, LocalDate to) {
        var columns = new Columns();
        for (var i = 0; i < groups.size(); i++) {
            for (var variant : groups.get(i).variants()) {
                columns.add("variants", variant)
                        .add("units", groups.get(i).unit())
                        .add("numbers", i);
            }
        }
        if (columns.isEmpty()) {
            return List.of();
        }
        var starts = Demands.dayStarts(place, from, to);
        return columns.bind(database.sql("""
                        select t.number::integer as number, r.channel, sum(l.quantity) as quantity,
                            width_bucket(l.occurred_at, (select :starts::timestamptz[])) as day
                        from unnest(:variants::text[], :units::text[], :numbers::text[]) t (variant, unit, number)
                        join sales.line l on l.variant = t.variant and l.unit = t.unit
                        join sales.receipt r on r.source = l.source and r.id = l.receipt
                        where l.location = :location and l.counted
                          and l.occurred_at >= :from::timestamptz and l.occurred_at < :to::timestamptz
                        group by 1, 2, 4"""))
                .param("starts", starts.stream().map(Instant::toString).toArray(String[]::new))
                .param("location", place.id().value())
                .param("from", starts.getFirst().toString())
                .param("to", starts.getLast().toString())
                .query((row, _) -> {
                    var group = groups.get(row.getInt("number"));
                    return new ChannelSales(
                            group.name(),
                            Channel.valueOf(row.getString("channel")),
                            from.plusDays(row.getInt("day") - 1L),
                            new Quantity(row.getBigDecimal("quantity"), group.unit()));
                })
                .list();
    }

    /// The unit in which each was sold last; variants that were never sold there are left out.
    Map<VariantId, Unit> units(LocationId location, Collection<VariantId> variants) {
        var units = HashMap.<VariantId, Unit>newHashMap(variants.size());
        database.sql("""
                        select t.variant, last.unit from unnest(:variants::text[]) t (variant)
                        cross join lateral (
                            select unit from sales.line
                            where variant = t.variant and location = :location and counted
                            order by occurred_at desc, unit limit 1) last""")
                .param("location", location.value())
                .param("variants", variants.stream().map(VariantId::value).toArray(String[]::new))
                .query(row -> {
                    units.put(new VariantId(row.getString("variant")), Unit.valueOf(row.getString("unit")));
                });
        return units;
    }
}
