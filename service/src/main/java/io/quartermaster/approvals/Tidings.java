package io.quartermaster.approvals;

import io.quartermaster.journal.Draft;
import io.quartermaster.journal.Journal;
import io.quartermaster.journal.JournalBusy;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.RetailEvent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells the journal what happened at the desk, even if we crash in between.
///
/// What is to be told is written in the transaction that it tells of. Then it is appended,
/// outside of any transaction; the events' keys make a second append harmless. Only when it
/// stands in the journal is it taken away, and only then is an approval announced: nothing is
/// carried out that the journal does not know.
@Component
class Tidings {

    private static final Logger LOG = LoggerFactory.getLogger(Tidings.class);
    private static final int BATCH = 100;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Tidings(
            JdbcClient jdbc,
            Journal journal,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Writes down what the journal is to be told, in one append.
    void note(CorrelationId correlation, List<RetailEvent> told) {
        note(correlation, told, null);
    }

    /// The same, and what is to be announced when it stands there.
    ///
    /// @param approved null if nothing is to be carried out
    void note(CorrelationId correlation, List<RetailEvent> told, @Nullable ProposalId approved) {
        jdbc.sql("""
                        insert into approvals.tiding (correlation, events, announces)
                        values (:correlation, :events, :announces)""")
                .param("correlation", correlation.value())
                .param("events", DeskJson.events(told))
                .param("announces", approved == null ? null : approved.value())
                .update();
    }

    /// Tells what is noted. Inside a caller's transaction it leaves that to the watch, for what is
    /// not committed has not happened.
    void tell() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return;
        }
        List<Tiding> batch;
        do {
            batch = noted();
            if (!batch.isEmpty()) {
                journal.append(batch.stream().flatMap(Tiding::drafts).toList());
                announce(batch);
            }
        } while (batch.size() == BATCH);
    }

    /// Tells what is noted, if the journal can take it just now; if not, the watch does it later.
    void tellSoon() {
        try {
            tell();
        } catch (JournalBusy busy) {
            LOG.warn("The journal is told later what happened at the desk: {}", busy.getMessage());
        }
    }

    /// How much the journal has not been told yet.
    long waiting() {
        return jdbc.sql("select count(*) from approvals.tiding")
                .query(Long.class)
                .single();
    }

    private List<Tiding> noted() {
        return jdbc.sql("select * from approvals.tiding order by number limit :batch")
                .param("batch", BATCH)
                .query((row, _) -> new Tiding(
                        row.getLong("number"),
                        new CorrelationId(row.getString("correlation")),
                        DeskJson.events(row.getString("events"))))
                .list();
    }

    private void announce(List<Tiding> told) {
        var numbers = told.stream().map(Tiding::number).toArray(Long[]::new);
        transaction.executeWithoutResult(_ -> jdbc
                .sql("""
                        delete from approvals.tiding where number = any(:numbers) returning announces""")
                .param("numbers", numbers)
                .query((row, _) -> row.getString("announces") == null ? "" : row.getString("announces"))
                .list()
                .stream()
                .filter(approved -> !approved.isEmpty())
                .forEach(approved -> events.publishEvent(new ProposalApproved(new ProposalId(approved)))));
    }

    private record Tiding(long number, CorrelationId correlation, List<RetailEvent> events) {

        Stream<Draft> drafts() {
            return events.stream().map(event -> new Draft(correlation, event));
        }
    }
}
