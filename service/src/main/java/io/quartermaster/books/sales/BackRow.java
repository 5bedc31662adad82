package io.quartermaster.books.sales;

import io.quartermaster.journal.Entry;
import io.quartermaster.retail.SaleEvent.ReturnRecorded;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// One telling of a return on its way into the tables.
record BackRow(String source, String id, Instant occurredAt, String sourceKey, Entry entry, ReturnRecorded back)
        implements Newest.Telling<BackRow> {

    static BackRow of(Entry entry, ReturnRecorded back) {
        return new BackRow(
                back.origin().source().value(),
                back.id().value(),
                back.origin().occurredAt().truncatedTo(ChronoUnit.MICROS),
                back.origin().sourceKey(),
                entry,
                back);
    }

    @Override
    public String paper() {
        return source + "/" + id;
    }

    @Override
    public boolean isNewerThan(BackRow other) {
        int byTime = occurredAt.compareTo(other.occurredAt);
        return byTime > 0 || byTime == 0 && sourceKey.compareTo(other.sourceKey) > 0;
    }
}
