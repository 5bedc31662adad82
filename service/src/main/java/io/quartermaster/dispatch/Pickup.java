package io.quartermaster.dispatch;

import io.quartermaster.approvals.ProposalApproved;
import io.quartermaster.approvals.ProposalGivenUp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Hears from the desk. Each listening is a transaction of its own; one that failed is repeated,
/// and a second one changes nothing.
@Component
class Pickup {

    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    private final JobStore jobs;
    private final DispatchLoop loop;
    private final IncompleteEventPublications publications;
    private final Clock clock;

    Pickup(JobStore jobs, DispatchLoop loop, IncompleteEventPublications publications, Clock clock) {
        this.jobs = jobs;
        this.loop = loop;
        this.publications = publications;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(ProposalApproved approved) {
        jobs.add(approved.proposal());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                loop.ring();
            }
        });
    }

    @ApplicationModuleListener
    void on(ProposalGivenUp givenUp) {
        jobs.lock(givenUp.proposal())
                .filter(job -> job.state().needsPerson())
                .ifPresent(job -> jobs.become(job.proposal(), JobState.CANCELLED, "given up"));
    }

    /// Listens again to what a fault kept us from: the desk speaks once.
    @Scheduled(fixedDelayString = "30s")
    void listenAgain() {
        var before = clock.instant().minus(FORGOTTEN);
        publications.resubmitIncompletePublications(
                publication -> publication.getPublicationDate().isBefore(before) && isOurs(publication.getEvent()));
    }

    private static boolean isOurs(Object event) {
        return event instanceof ProposalApproved || event instanceof ProposalGivenUp;
    }
}
