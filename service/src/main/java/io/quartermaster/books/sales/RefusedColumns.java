package io.quartermaster.books.sales;

import io.quartermaster.retail.SaleEvent.RefusedLine;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Refused lines on their way into their table.
final class RefusedColumns {

    private final Columns columns = new Columns();

    void add(String source, String paper, String receipt, List<RefusedLine> lines) {
        var keys = new LineKeys();
        for (var line : lines) {
            columns.add("sources", source)
                    .add("papers", paper)
                    .add("lines", keys.next(line.line()))
                    .add("receipts", receipt)
                    .add("labels", line.label())
                    .add("quantities", line.quantity())
                    .add("amounts", line.amount().minorUnits())
                    .add("currencies", line.amount().currency())
                    .add("reasons", line.why())
                    .add("details", line.detail());
        }
    }

    void insert(JdbcClient database) {
        if (!columns.isEmpty()) {
            columns.bind(database.sql("""
                            insert into sales.refused (source, paper, line, receipt, label, quantity, amount, currency,
                                reason, detail)
                            select * from unnest(:sources::text[], :papers::text[], :lines::text[], :receipts::text[],
                                :labels::text[], :quantities::text[], :amounts::bigint[], :currencies::text[],
                                :reasons::text[], :details::text[])""")).update();
        }
    }
}
