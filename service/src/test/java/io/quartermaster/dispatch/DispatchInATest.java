package io.quartermaster.dispatch;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quartermaster.HandClock;
import io.quartermaster.approvals.DeskInATest;
import io.quartermaster.approvals.Proposal;
import io.quartermaster.approvals.Proposals;
import io.quartermaster.approvals.ToldJournal;
import io.quartermaster.connectors.Delivery.Recipient;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.SupplierId;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/// A dispatch on a real database, wired by hand, behind a desk and before a stand-in.
final class DispatchInATest {

    final DeskInATest desk;
    final Dispatch dispatch;
    final Dispatcher dispatcher;
    final JobStore jobs;
    final ToldJournal journal;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    DispatchInATest(DataSource database, ToldJournal journal, StandIn farSide, DispatchSettings settings) {
        this(database, new JdbcTransactionManager(database), journal, farSide, settings);
    }

    DispatchInATest(
            DataSource database,
            PlatformTransactionManager transactions,
            ToldJournal journal,
            StandIn farSide,
            DispatchSettings settings) {
        this.journal = journal;
        var clock = new HandClock();
        var jdbc = JdbcClient.create(database);
        desk = DeskInATest.with(database, transactions, journal, clock);
        jobs = new JobStore(jdbc);
        desk.onApproved(jobs::add);
        var attempts = new AttemptStore(jdbc);
        var approvals = desk.approvals;
        var metrics = new DispatchMetrics(meters, jobs);
        var settlement = new Settlement(jobs, attempts, approvals, metrics, settings, clock);
        var news = new AttemptNews(attempts, approvals, farSide, journal);
        var routing = new Routing(farSide, new Addresses());
        dispatcher = new Dispatcher(
                jobs, attempts, settlement, news, routing, farSide, approvals, settings, clock, transactions);
        var loop = new DispatchLoop(dispatcher, settings);
        dispatch = new Dispatch(jobs, attempts, settlement, approvals, news, loop, transactions);
    }

    /// Everything at once: no lease that lasts, hardly any delay.
    static DispatchSettings atOnce() {
        return new DispatchSettings(
                100, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(1), 1, Duration.ofSeconds(1));
    }

    /// As in a shop, but with delays that a test can wait for.
    static DispatchSettings patient(int attempts) {
        return new DispatchSettings(
                attempts, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMinutes(5), 1, Duration.ofSeconds(1));
    }

    ProposalId approved(Proposal proposal) {
        var id = desk.approvals.propose(proposal, Proposals.FACTS, new CorrelationId("sale-1"));
        desk.approvals.approve(id, 1, DeskInATest.ADA_ADMIN, "");
        return id;
    }

    /// Steps until there is nothing to do for a while.
    void run() throws InterruptedException {
        for (var idle = 0; idle < 5; idle++) {
            while (dispatcher.step()) {
                idle = 0;
            }
            Thread.sleep(3);
        }
    }

    JobState state(ProposalId id) {
        return dispatch.find(id).orElseThrow().state();
    }

    private static final class Addresses implements AddressBook {

        @Override
        public Optional<Recipient> supplier(SupplierId id) {
            return Optional.of(new Recipient("Acme Ltd", id.equals(Proposals.ACME) ? "sales@acme.example" : ""));
        }

        @Override
        public Recipient location(LocationId id) {
            return new Recipient(id.value(), "");
        }
    }
}
