package io.quartermaster.books.sales;

import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.DemandSignal;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Money;
import io.quartermaster.retail.Quantity;
import io.quartermaster.retail.ReceiptId;
import io.quartermaster.retail.SaleEvent.Channel;
import io.quartermaster.retail.SaleEvent.Doubt;
import io.quartermaster.retail.SaleEvent.SaleState;
import io.quartermaster.retail.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lists and totals of sales.
@Component
class SalesStore {

    private final JdbcClient database;

    SalesStore(JdbcClient database) {
        this.database = database;
    }

    /// A return counts when its sale is known and stands: what was cancelled was never sold, so
    /// nothing of it can come back.
    List<SkuTotal> totalsBySku(ConnectionId connection, List<String> after, int limit) {
        return database.sql("""
                        select label, currency, unit, sum(sold) as sold, sum(returned) as returned, sum(amount) as revenue
                        from (
                            select label, currency, unit, quantity as sold, 0 as returned, amount
                            from sales.line
                            where source = :source and counted and label >= :label
                            union all
                            select l.label, l.currency, l.unit, 0, l.quantity, -l.amount
                            from sales.back_line l
                            join sales.back b on b.source = l.source and b.id = l.back
                            join sales.receipt r on r.source = b.source and r.id = b.receipt
                            where l.source = :source and l.label >= :label and r.state <> 'CANCELLED') lines
                        where (label, currency, unit) > (:label, :currency, :unit)
                        group by label, currency, unit
                        order by label, currency, unit limit :limit""")
                .param("source", connection.value())
                .param("label", after.get(0))
                .param("currency", after.get(1))
                .param("unit", after.get(2))
                .param("limit", limit)
                .query((row, _) -> new SkuTotal(
                        row.getString("label"),
                        new Quantity(row.getBigDecimal("sold"), Unit.valueOf(row.getString("unit"))),
                        new Quantity(row.getBigDecimal("returned"), Unit.valueOf(row.getString("unit"))),
                        money(row, "revenue")))
                .list();
    }

    List<RefusedRow> refusedLines(ConnectionId connection, List<String> after, int limit) {
        return database.sql("""
                        select * from (
                            select paper, line, receipt, label, quantity, amount, currency, reason, detail
                            from sales.refused where source = :source and (paper, line) > (:paper, :line)
                            union all
                            select ('return/' || b.id) collate "C", ('lost/' || l.line) collate "C", b.receipt, l.label,
                                l.quantity::text, l.amount, l.currency, 'RETURN_WITHOUT_SALE',
                                'The sale that it names was never told.'
                            from sales.back b join sales.back_line l on l.source = b.source and l.back = b.id
                            where b.source = :source and not exists (
                                select 1 from sales.receipt r where r.source = b.source and r.id = b.receipt)) lines
                        where (paper, line) > (:paper, :line)
                        order by paper, line limit :limit""")
                .param("source", connection.value())
                .param("paper", after.get(0))
                .param("line", after.get(1))
                .param("limit", limit)
                .query((row, _) -> new RefusedRow(
                        row.getString("receipt"),
                        row.getString("line").replaceFirst("^lost/", ""),
                        row.getString("paper").startsWith("return/"),
                        row.getString("label"),
                        row.getString("quantity"),
                        money(row, "amount"),
                        row.getString("reason"),
                        row.getString("detail"),
                        Cursor.of(row.getString("paper"), row.getString("line"))))
                .list();
    }

    List<SaleView> recent(int limit) {
        return database.sql("""
                        select r.*, l.lines, l.currency, l.total from (
                            select * from sales.receipt order by sequence desc limit :limit) r
                        left join lateral (
                            select count(*) as lines, min(currency) as currency,
                                case when count(distinct currency) = 1 then sum(amount) end as total
                            from sales.line where source = r.source and receipt = r.id) l on true
                        order by r.sequence desc""")
                .param("limit", limit)
                .query((row, _) -> new SaleView(
                        new ConnectionId(row.getString("source")),
                        new ReceiptId(row.getString("id")),
                        row.getTimestamp("occurred_at").toInstant(),
                        new LocationId(row.getString("location")),
                        Channel.valueOf(row.getString("channel")),
                        SaleState.valueOf(row.getString("state")),
                        row.getInt("lines"),
                        row.getString("total") == null ? null : money(row, "total"),
                        new CorrelationId(row.getString("correlation")),
                        row.getLong("sequence")))
                .list();
    }

    List<DoubtRow> doubts(int limit) {
        return database.sql("select * from sales.doubt order by sequence desc limit :limit")
                .param("limit", limit)
                .query((row, _) -> new DoubtRow(
                        row.getLong("sequence"),
                        new CorrelationId(row.getString("correlation")),
                        new ConnectionId(row.getString("source")),
                        new ReceiptId(row.getString("receipt")),
                        new LocationId(row.getString("location")),
                        row.getTimestamp("occurred_at").toInstant(),
                        Doubt.valueOf(row.getString("doubt")),
                        row.getString("detail")))
                .list();
    }

    /// Signals of whole sales: all lines of the first sales after a sequence.
    List<DemandSignalRow> signals(long afterSequence, int sales) {
        return database.sql("""
                        select r.sequence, r.location, r.occurred_at, l.label, l.quantity, l.unit from (
                            select * from sales.receipt where sequence > :after and state <> 'CANCELLED'
                            order by sequence limit :sales) r
                        join sales.line l on l.source = r.source and l.receipt = r.id
                        order by r.sequence, l.line""")
                .param("after", afterSequence)
                .param("sales", sales)
                .query((row, _) -> new DemandSignalRow(
                        row.getLong("sequence"),
                        new DemandSignal(
                                row.getString("label"),
                                new Quantity(row.getBigDecimal("quantity"), Unit.valueOf(row.getString("unit"))),
                                new LocationId(row.getString("location")),
                                row.getTimestamp("occurred_at").toInstant())))
                .list();
    }

    static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column), Currency.getInstance(row.getString("currency")));
    }
}
