package io.quartermaster.dispatch;

import io.quartermaster.approvals.Approvals;
import io.quartermaster.dispatch.JobStore.Job;
import io.quartermaster.retail.ProposalId;
import io.quartermaster.retail.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Carries approved actions out, once: what is under way, what stands still, and what a person
/// can do about that.
@Component
public class Dispatch {

    /// How an attempt's connection is called when no outside system was asked.
    static final String DESK = "desk";

    private static final int LIST_MAX = 200;

    private final JobStore jobs;
    private final AttemptStore attempts;
    private final Settlement settlement;
    private final Approvals approvals;
    private final AttemptNews news;
    private final DispatchLoop loop;
    private final TransactionTemplate transaction;

    Dispatch(
            JobStore jobs,
            AttemptStore attempts,
            Settlement settlement,
            Approvals approvals,
            AttemptNews news,
            DispatchLoop loop,
            PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.attempts = attempts;
        this.settlement = settlement;
        this.approvals = approvals;
        this.news = news;
        this.loop = loop;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// How far the carrying out of that proposal has come; empty if it was never approved.
    public Optional<DispatchJob> find(ProposalId proposal) {
        return jobs.find(proposal);
    }

    /// What stands still until a person does something, the longest first.
    ///
    /// @param limit at most 200
    public List<DispatchJob> stuck(int limit) {
        return jobs.stuck(Math.clamp(limit, 1, LIST_MAX));
    }

    /// The tries, newest first.
    ///
    /// @param limit at most 200
    public List<Attempt> attempts(ProposalId proposal, int limit) {
        return attempts.of(proposal, Math.clamp(limit, 1, LIST_MAX));
    }

    /// How many actions are under way or wait for a try.
    public long depth() {
        return jobs.countWaiting();
    }

    /// Tries again what stands still. The outside system gets the same key, a supplier a mail with
    /// the same number, so that a repeat can be told from a second order.
    ///
    /// @throws StandsNotStill if it is under way, or done
    /// @throws io.quartermaster.approvals.DeskRefusal if it is not this person's to decide
    public void sendAgain(ProposalId proposal, UserId by) {
        transaction.executeWithoutResult(_ -> {
            requireStuck(proposal);
            approvals.tryAgain(proposal, by);
            jobs.forgive(proposal);
            jobs.wait(proposal, Duration.ZERO, "");
        });
        loop.ring();
    }

    /// A person says that what stands still is done: it arrived, or they did it themselves.
    ///
    /// @throws StandsNotStill if it is under way, or done
    /// @throws io.quartermaster.approvals.DeskRefusal if it is not this person's to decide
    public void arrived(ProposalId proposal, UserId by) {
        transaction.executeWithoutResult(_ -> {
            var how = "%s says that it is done".formatted(by);
            var job = requireStuck(proposal);
            approvals.doneByHand(proposal, by, how);
            settlement.byHand(job, how);
        });
        news.tell();
    }

    private Job requireStuck(ProposalId proposal) {
        var job = jobs.lock(proposal).orElseThrow(() -> new StandsNotStill(proposal, "it was never approved"));
        if (!job.state().needsPerson()) {
            throw new StandsNotStill(proposal, "it is " + job.state());
        }
        return job;
    }
}
