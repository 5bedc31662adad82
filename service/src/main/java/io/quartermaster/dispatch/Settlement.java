package io.quartermaster.dispatch;

import io.quartermaster.approvals.Approvals;
import io.quartermaster.connectors.Outcome;
import io.quartermaster.connectors.Outcome.Done;
import io.quartermaster.connectors.Outcome.Refused;
import io.quartermaster.connectors.Outcome.TryLater;
import io.quartermaster.connectors.Outcome.Uncertain;
import io.quartermaster.dispatch.AttemptStore.Ended;
import io.quartermaster.dispatch.JobStore.Job;
import io.quartermaster.retail.DeskEvent.AttemptEnd;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/// Writes down how an attempt ended, and what follows from it. Each method runs in a
/// transaction of its caller's that holds the job.
@Component
class Settlement {

    private final JobStore jobs;
    private final AttemptStore attempts;
    private final Approvals approvals;
    private final DispatchMetrics metrics;
    private final DispatchSettings settings;
    private final Clock clock;
    private final Backoff backoff;

    Settlement(
            JobStore jobs,
            AttemptStore attempts,
            Approvals approvals,
            DispatchMetrics metrics,
            DispatchSettings settings,
            Clock clock) {
        this.jobs = jobs;
        this.attempts = attempts;
        this.approvals = approvals;
        this.metrics = metrics;
        this.settings = settings;
        this.clock = clock;
        this.backoff = new Backoff(settings.firstDelay(), settings.longestDelay(), RandomGenerator.getDefault());
    }

    /// After a call.
    ///
    /// @param job as it is now, the attempt counted
    /// @param repeatable whether the outside system recognises repeats
    void settle(Job job, Outcome outcome, boolean repeatable) {
        switch (outcome) {
            case Done done -> done(job, done);
            case Refused refused -> stop(job, JobState.REFUSED, AttemptEnd.REFUSED, outcome, refused.why());
            case TryLater later -> again(job, outcome, later.why(), later.delay());
            case Uncertain lost when repeatable -> again(job, outcome, lost.why(), Duration.ZERO);
            case Uncertain lost -> stop(job, JobState.UNCERTAIN, AttemptEnd.UNCERTAIN, outcome, lost.why());
        }
    }

    /// An attempt began and never ended: we crashed, or hung.
    void lost(Job job, boolean repeatable) {
        var why = repeatable
                ? "The attempt never ended; it is repeated with the same key."
                : "The attempt began and never ended: nobody knows whether it arrived.";
        settle(job, new Uncertain(why, Outcome.Call.NONE), repeatable);
    }

    /// It was over before anybody was asked.
    ///
    /// @param state `DONE`, `REFUSED`, or `WAITING` if it shall be tried again
    void withoutCall(Job job, JobState state, String why) {
        var counted = counted(job, Dispatch.DESK);
        switch (state) {
            case DONE -> done(counted, new Done(why, Outcome.Call.NONE));
            case WAITING -> settle(counted, new TryLater(Duration.ZERO, why, Outcome.Call.NONE), true);
            case REFUSED, IN_FLIGHT, GIVEN_UP, UNCERTAIN, CANCELLED ->
                settle(counted, new Refused(why, Outcome.Call.NONE), true);
        }
    }

    /// The answer came after we had given it up for lost: better late than never.
    void late(Job job, Done done) {
        done(counted(job, job.connection()), done);
    }

    /// A person says that it arrived, or that they did it themselves.
    void byHand(Job job, String how) {
        var counted = counted(job, Dispatch.DESK);
        end(counted, new Ended(AttemptEnd.DONE, how, "", how));
        jobs.become(job.proposal(), JobState.DONE, how);
    }

    /// The job with one more attempt, which has begun.
    private Job counted(Job job, String connection) {
        jobs.count(job, connection);
        attempts.begin(job.proposal(), job.attempts() + 1, connection, clock.instant());
        return new Job(job.proposal(), job.state(), job.attempts() + 1, job.tries() + 1, connection, job.lease());
    }

    private void done(Job job, Done done) {
        var reference = done.externalReference();
        end(job, new Ended(AttemptEnd.DONE, done.call().request(), done.call().answer(), reference));
        jobs.become(job.proposal(), JobState.DONE, reference);
        approvals.carriedOut(job.proposal(), reference);
    }

    private void again(Job job, Outcome outcome, String why, Duration asked) {
        if (job.tries() >= settings.attempts()) {
            stop(
                    job,
                    JobState.GIVEN_UP,
                    AttemptEnd.GIVEN_UP,
                    outcome,
                    "Tried %d times: %s".formatted(job.tries(), why));
            return;
        }
        end(job, ended(AttemptEnd.TRY_LATER, outcome, why));
        jobs.wait(job.proposal(), backoff.after(Math.max(job.tries(), 1), asked), why);
    }

    private void stop(Job job, JobState state, AttemptEnd end, Outcome outcome, String why) {
        end(job, ended(end, outcome, why));
        jobs.become(job.proposal(), state, why);
        approvals.cameBack(job.proposal(), why);
    }

    private void end(Job job, Ended ended) {
        attempts.end(job.proposal(), job.attempts(), ended, clock.instant());
        metrics.attempted(ended.end());
    }

    private static Ended ended(AttemptEnd end, Outcome outcome, String why) {
        var answer = outcome.call().answer();
        return new Ended(end, outcome.call().request(), answer.isEmpty() ? why : why + "\n" + answer, "");
    }
}
