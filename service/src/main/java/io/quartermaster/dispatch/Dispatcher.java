package io.quartermaster.dispatch;

import io.quartermaster.approvals.Approvals;
import io.quartermaster.approvals.ProposalState;
import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.Connections;
import io.quartermaster.connectors.Connector;
import io.quartermaster.connectors.Delivery;
import io.quartermaster.connectors.Outcome;
import io.quartermaster.dispatch.JobStore.Job;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.ProposalId;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Carries one action out: takes a lease and writes that the attempt begins, calls, writes how it
/// ended. Wherever it dies in between, the next one knows what may have happened.
@Component
class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final JobStore jobs;
    private final AttemptStore attempts;
    private final Settlement settlement;
    private final AttemptNews news;
    private final Routing routing;
    private final Connections connections;
    private final Approvals approvals;
    private final DispatchSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Dispatcher(
            JobStore jobs,
            AttemptStore attempts,
            Settlement settlement,
            AttemptNews news,
            Routing routing,
            Connections connections,
            Approvals approvals,
            DispatchSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.attempts = attempts;
        this.settlement = settlement;
        this.news = news;
        this.routing = routing;
        this.connections = connections;
        this.approvals = approvals;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Does the next thing.
    ///
    /// @return whether there was one
    boolean step() {
        var found = Boolean.TRUE.equals(transaction.execute(_ -> findLost()));
        var next = Objects.requireNonNull(transaction.execute(_ -> take()));
        if (next instanceof Taken taken) {
            var outcome = call(taken);
            transaction.executeWithoutResult(_ -> settle(taken, outcome));
        }
        news.tell();
        return found || !(next instanceof Nothing);
    }

    /// One whose attempt began and never ended.
    private boolean findLost() {
        var job = jobs.lockLost();
        job.ifPresent(lost -> settlement.lost(lost, recognisesRepeats(lost.connection())));
        return job.isPresent();
    }

    private Next take() {
        var due = jobs.lockDue();
        if (due.isEmpty()) {
            return new Nothing();
        }
        var job = due.get();
        return switch (route(job)) {
            case Route.Via via -> begin(job, via);
            case Route.OnDesk(String why) -> handled(() -> settlement.withoutCall(job, JobState.DONE, why));
            case Route.ByHand(String why) -> handled(() -> settlement.withoutCall(job, JobState.REFUSED, why));
            case Route.Broken(String why) -> handled(() -> settlement.withoutCall(job, JobState.WAITING, why));
            case Route.NoMore _ ->
                handled(() -> jobs.become(job.proposal(), JobState.CANCELLED, "not approved any more"));
        };
    }

    private Taken begin(Job job, Route.Via via) {
        var lease = UUID.randomUUID();
        var connection = via.connection();
        jobs.lease(job, lease, settings.lease(), connection.id().value());
        attempts.begin(job.proposal(), job.attempts() + 1, connection.id().value(), clock.instant());
        return new Taken(job.proposal(), lease, connection, connections.connectorOf(connection), via.delivery());
    }

    private static Next handled(Runnable work) {
        work.run();
        return new Handled();
    }

    private Route route(Job job) {
        try {
            return approvals
                    .find(job.proposal())
                    .filter(item -> item.state() == ProposalState.APPROVED)
                    .map(item -> routing.route(job.proposal(), item.proposal().action()))
                    .orElseGet(Route.NoMore::new);
        } catch (RuntimeException fault) { // one proposal that cannot be routed must not stop the others
            LOG.error("The proposal {} cannot be routed", job.proposal(), fault);
            return new Route.Broken("It could not be found out who should do it: " + fault);
        }
    }

    private Outcome call(Taken taken) {
        try {
            return taken.connector().deliver(taken.delivery(), taken.connection());
        } catch (RuntimeException fault) { // a connector's bug must not stop the others
            LOG.error("The connector of {} failed on {}", taken.connection(), taken.proposal(), fault);
            return new Outcome.Uncertain("The connector failed: " + fault, Outcome.Call.NONE);
        }
    }

    private void settle(Taken taken, Outcome outcome) {
        var job = jobs.lock(taken.proposal()).orElseThrow();
        if (job.lease().equals(taken.lease())) {
            settlement.settle(job, outcome, taken.connector().recognisesRepeats());
        } else if (job.state() == JobState.UNCERTAIN && outcome instanceof Outcome.Done done) {
            settlement.late(job, done);
        } else {
            LOG.warn("The answer about {} came too late, after its lease: {}", taken.proposal(), outcome);
        }
    }

    private boolean recognisesRepeats(String connection) {
        return connections
                .find(new ConnectionId(connection))
                .map(connections::connectorOf)
                .map(Connector::recognisesRepeats)
                .orElse(false);
    }

    /// What there is to do next.
    private sealed interface Next {}

    private record Nothing() implements Next {}

    /// It was over without a call.
    private record Handled() implements Next {}

    private record Taken(ProposalId proposal, UUID lease, Connection connection, Connector connector, Delivery delivery)
            implements Next {}
}
