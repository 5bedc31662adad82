package io.quartermaster.books.sales;

import io.quartermaster.journal.Entry;
import io.quartermaster.retail.Item;
import io.quartermaster.retail.SaleEvent.SaleDoubted;
import io.quartermaster.retail.SaleEvent.SaleState;
import io.quartermaster.retail.VariantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tables of sales and returns, as they are written.
@Component
class ReceiptStore {

    private final JdbcClient database;

    ReceiptStore(JdbcClient database) {
        this.database = database;
    }

    /// The newest telling of each sale; older ones than what is there change nothing.
    void saveSales(Collection<SaleRow> rows, Map<Item, VariantId> names) {
        var columns = new Columns();
        for (var row : rows) {
            var sale = row.sale();
            var stated = sale.statedTotal();
            columns.add("sources", row.source())
                    .add("ids", row.receipt())
                    .add("asOf", row.asOf())
                    .add("keys", row.sourceKey())
                    .add("times", sale.origin().occurredAt())
                    .add("locations", sale.location())
                    .add("channels", sale.channel())
                    .add("states", sale.state())
                    .add("totals", stated == null ? null : stated.minorUnits())
                    .add("currencies", stated == null ? null : stated.currency())
                    .add("customers", sale.customer())
                    .add("sequences", row.entry().sequence())
                    .add("correlations", row.entry().correlation());
        }
        if (columns.isEmpty()) {
            return;
        }
        var newer = new HashSet<String>();
        var statement = columns.bind(database.sql("""
                insert into sales.receipt as r (source, id, as_of, source_key, occurred_at, location, channel, state,
                    stated_total, stated_currency, customer, sequence, correlation)
                select * from unnest(:sources::text[], :ids::text[], :asOf::timestamptz[], :keys::text[],
                    :times::timestamptz[], :locations::text[], :channels::text[], :states::text[], :totals::bigint[],
                    :currencies::text[], :customers::text[], :sequences::bigint[], :correlations::text[])
                on conflict (source, id) do update set
                    as_of = excluded.as_of, source_key = excluded.source_key, occurred_at = excluded.occurred_at,
                    location = excluded.location, channel = excluded.channel, state = excluded.state,
                    stated_total = excluded.stated_total, stated_currency = excluded.stated_currency,
                    customer = excluded.customer, sequence = excluded.sequence, correlation = excluded.correlation
                where (r.as_of, r.source_key collate "C") < (excluded.as_of, excluded.source_key collate "C")
                returning source || '/' || id as paper, (xmax <> 0) as replaced"""));
        var replaced = new ArrayList<String>();
        statement.query(row -> {
            newer.add(row.getString("paper"));
            if (row.getBoolean("replaced")) {
                replaced.add(row.getString("paper"));
            }
        });
        var fresh = rows.stream().filter(row -> newer.contains(row.paper())).toList();
        forgetLines(fresh.stream().filter(row -> replaced.contains(row.paper())).toList());
        insertLines(fresh, names);
        insertRefused(fresh);
    }

    private void forgetLines(List<SaleRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var columns = new Columns();
        rows.forEach(row -> columns.add("sources", row.source()).add("receipts", row.receipt()));
        columns.bind(database.sql("""
                        delete from sales.line l using unnest(:sources::text[], :receipts::text[]) t (source, receipt)
                        where l.source = t.source and l.receipt = t.receipt""")).update();
        columns.bind(database.sql("""
                        delete from sales.refused r using unnest(:sources::text[], :receipts::text[]) t (source, receipt)
                        where r.source = t.source and r.paper = 'sale/' || t.receipt""")).update();
    }

    private void insertLines(List<SaleRow> rows, Map<Item, VariantId> names) {
        var columns = new Columns();
        for (var row : rows) {
            var keys = new LineKeys();
            for (var line : row.sale().lines()) {
                columns.add("sources", row.source())
                        .add("receipts", row.receipt())
                        .add("lines", keys.next(line.line()))
                        .add("variants", names.get(line.item()))
                        .add("labels", line.item().label())
                        .add("quantities", line.quantity().amount())
                        .add("units", line.quantity().unit())
                        .add("amounts", line.amount().minorUnits())
                        .add("currencies", line.amount().currency())
                        .add("locations", row.sale().location())
                        .add("times", row.sale().origin().occurredAt())
                        .add("counted", row.sale().state() != SaleState.CANCELLED);
            }
        }
        if (!columns.isEmpty()) {
            columns.bind(database.sql("""
                            insert into sales.line (source, receipt, line, variant, label, quantity, unit, amount, currency,
                                location, occurred_at, counted)
                            select * from unnest(:sources::text[], :receipts::text[], :lines::text[], :variants::text[],
                                :labels::text[], :quantities::numeric[], :units::text[], :amounts::bigint[],
                                :currencies::text[], :locations::text[], :times::timestamptz[], :counted::boolean[])""")).update();
        }
    }

    private void insertRefused(List<SaleRow> rows) {
        var refused = new RefusedColumns();
        rows.forEach(row -> refused.add(
                row.source(), "sale/" + row.receipt(), row.receipt(), row.sale().refused()));
        refused.insert(database);
    }

    void saveBacks(Collection<BackRow> rows, Map<Item, VariantId> names) {
        var columns = new Columns();
        for (var row : rows) {
            columns.add("sources", row.source())
                    .add("ids", row.id())
                    .add("receipts", row.back().receipt())
                    .add("times", row.occurredAt())
                    .add("keys", row.sourceKey())
                    .add("locations", row.back().location())
                    .add("sequences", row.entry().sequence())
                    .add("correlations", row.entry().correlation());
        }
        if (columns.isEmpty()) {
            return;
        }
        var newer = new HashSet<>(columns.bind(database.sql("""
                        insert into sales.back as b (source, id, receipt, occurred_at, source_key, location, sequence, correlation)
                        select * from unnest(:sources::text[], :ids::text[], :receipts::text[], :times::timestamptz[],
                            :keys::text[], :locations::text[], :sequences::bigint[], :correlations::text[])
                        on conflict (source, id) do update set
                            receipt = excluded.receipt, occurred_at = excluded.occurred_at,
                            source_key = excluded.source_key, location = excluded.location,
                            sequence = excluded.sequence, correlation = excluded.correlation
                        where (b.occurred_at, b.source_key collate "C") < (excluded.occurred_at, excluded.source_key collate "C")
                        returning source || '/' || id"""))
                .query((row, _) -> row.getString(1))
                .list());
        var fresh = rows.stream().filter(row -> newer.contains(row.paper())).toList();
        insertBackLines(fresh, names);
    }

    private void insertBackLines(List<BackRow> rows, Map<Item, VariantId> names) {
        var papers = new Columns();
        var lines = new Columns();
        var refused = new RefusedColumns();
        for (var row : rows) {
            papers.add("sources", row.source()).add("backs", row.id());
            refused.add(
                    row.source(),
                    "return/" + row.id(),
                    row.back().receipt().value(),
                    row.back().refused());
            var keys = new LineKeys();
            for (var line : row.back().lines()) {
                lines.add("sources", row.source())
                        .add("backs", row.id())
                        .add("lines", keys.next(line.line()))
                        .add("variants", names.get(line.item()))
                        .add("labels", line.item().label())
                        .add("quantities", line.quantity().amount())
                        .add("units", line.quantity().unit())
                        .add("amounts", line.amount().minorUnits())
                        .add("currencies", line.amount().currency())
                        .add("restocked", line.restocked());
            }
        }
        if (papers.isEmpty()) {
            return;
        }
        papers.bind(database.sql("""
                        delete from sales.back_line l using unnest(:sources::text[], :backs::text[]) t (source, back)
                        where l.source = t.source and l.back = t.back""")).update();
        papers.bind(database.sql("""
                        delete from sales.refused r using unnest(:sources::text[], :backs::text[]) t (source, back)
                        where r.source = t.source and r.paper = 'return/' || t.back""")).update();
        if (!lines.isEmpty()) {
            lines.bind(database.sql("""
                            insert into sales.back_line (source, back, line, variant, label, quantity, unit, amount,
                                currency, restocked)
                            select * from unnest(:sources::text[], :backs::text[], :lines::text[], :variants::text[],
                                :labels::text[], :quantities::numeric[], :units::text[], :amounts::bigint[],
                                :currencies::text[], :restocked::boolean[])""")).update();
        }
        refused.insert(database);
    }

    void saveDoubts(List<Entry> entries) {
        var columns = new Columns();
        for (var entry : entries) {
            if (entry.event() instanceof SaleDoubted doubted) {
                columns.add("sequences", entry.sequence())
                        .add("correlations", entry.correlation())
                        .add("sources", doubted.origin().source())
                        .add("receipts", doubted.receipt())
                        .add("locations", doubted.location())
                        .add("times", doubted.origin().occurredAt())
                        .add("doubts", doubted.doubt())
                        .add("details", doubted.detail());
            }
        }
        if (!columns.isEmpty()) {
            columns.bind(database.sql("""
                            insert into sales.doubt
                            select * from unnest(:sequences::bigint[], :correlations::text[], :sources::text[],
                                :receipts::text[], :locations::text[], :times::timestamptz[], :doubts::text[],
                                :details::text[])
                            on conflict do nothing""")).update();
        }
    }
}
