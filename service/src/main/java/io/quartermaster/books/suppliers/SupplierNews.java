package io.quartermaster.books.suppliers;

import io.quartermaster.journal.Draft;
import io.quartermaster.journal.Journal;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.HouseEvent.SettingChanged;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.UserId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What changed about suppliers and is still to be told to the journal. It is remembered in the
/// transaction of the change itself: neither is there without the other.
@Component
class SupplierNews {

    private static final Logger LOG = LoggerFactory.getLogger(SupplierNews.class);
    private static final int AT_ONCE_MAX = 1_000;

    private final JdbcClient jdbc;
    private final Journal journal;

    SupplierNews(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    void remember(List<SettingChanged> changes) {
        var correlation = "C-" + UUID.randomUUID();
        for (var change : changes) {
            jdbc.sql("""
                            insert into suppliers.untold (source, key, at, by_whom, what, which, change, correlation)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            change.origin().source().value(),
                            change.origin().sourceKey(),
                            OffsetDateTime.ofInstant(change.origin().occurredAt(), ZoneOffset.UTC),
                            change.by().value(),
                            change.what(),
                            change.which(),
                            change.change(),
                            correlation)
                    .update();
        }
    }

    /// Tells the journal what it does not know. If it cannot be told now, it is told later.
    void tell() {
        try {
            while (tellSome() == AT_ONCE_MAX) {
                LOG.debug("There is more to tell");
            }
        } catch (io.quartermaster.journal.JournalBusy fault) {
            LOG.warn("The journal is told later what changed about suppliers", fault);
        }
    }

    @Scheduled(fixedDelayString = "PT10S")
    void tellWhatWasLeft() {
        tell();
    }

    private int tellSome() {
        var drafts = jdbc.sql("select * from suppliers.untold order by number limit ?")
                .param(AT_ONCE_MAX)
                .query((row, _) -> new Draft(
                        new CorrelationId(row.getString("correlation")),
                        new SettingChanged(
                                new Origin(
                                        new ConnectionId(row.getString("source")),
                                        row.getString("key"),
                                        row.getObject("at", OffsetDateTime.class)
                                                .toInstant()),
                                new UserId(row.getString("by_whom")),
                                row.getString("what"),
                                row.getString("which"),
                                row.getString("change"))))
                .list();
        if (!drafts.isEmpty()) {
            journal.append(drafts); // again after a crash: the journal knows its keys
            jdbc.sql("delete from suppliers.untold where key = any (?)")
                    .param(drafts.stream()
                            .map(draft -> draft.event().origin().sourceKey())
                            .toArray(String[]::new))
                    .update();
        }
        return drafts.size();
    }
}
