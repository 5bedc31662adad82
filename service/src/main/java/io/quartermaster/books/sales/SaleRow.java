package io.quartermaster.books.sales;

import io.quartermaster.journal.Entry;
import io.quartermaster.retail.SaleEvent.SaleRecorded;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// One telling of a sale on its way into the tables.
///
/// @param asOf as finely as the database keeps time
record SaleRow(String source, String receipt, Instant asOf, String sourceKey, Entry entry, SaleRecorded sale)
        implements Newest.Telling<SaleRow> {

    static SaleRow of(Entry entry, SaleRecorded sale) {
        return new SaleRow(
                sale.origin().source().value(),
                sale.receipt().value(),
                sale.asOf().truncatedTo(ChronoUnit.MICROS),
                sale.origin().sourceKey(),
                entry,
                sale);
    }

    @Override
    public String paper() {
        return source + "/" + receipt;
    }

    @Override
    public boolean isNewerThan(SaleRow other) {
        int byTime = asOf.compareTo(other.asOf);
        return byTime > 0 || byTime == 0 && sourceKey.compareTo(other.sourceKey) > 0;
    }
}
