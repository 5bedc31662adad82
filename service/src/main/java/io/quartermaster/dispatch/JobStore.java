package io.quartermaster.dispatch;

import io.quartermaster.retail.ProposalId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps jobs. Whoever works on one holds its row, or its lease.
///
/// Leases and delays are measured by the database's own clock, which all instances share and
/// which runs at the world's speed.
@Component
class JobStore {

    private static final String SELECT = "select * from dispatch.job ";

    private final JdbcClient jdbc;

    JobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Adds a job, unless that proposal has one.
    void add(ProposalId proposal) {
        jdbc.sql("""
                        insert into dispatch.job (proposal, state, next_at)
                        values (:proposal, 'WAITING', clock_timestamp()) on conflict do nothing""").param("proposal", proposal.value()).update();
    }

    /// The next one whose time has come, held until the transaction ends.
    Optional<Job> lockDue() {
        return jdbc.sql(SELECT + """
                        where state = 'WAITING' and next_at <= clock_timestamp()
                        order by next_at for update skip locked limit 1""").query((row, _) -> job(row)).optional();
    }

    /// One whose attempt began and never ended, held until the transaction ends.
    Optional<Job> lockLost() {
        return jdbc.sql(SELECT + """
                        where state = 'IN_FLIGHT' and lease_until <= clock_timestamp()
                        order by lease_until for update skip locked limit 1""").query((row, _) -> job(row)).optional();
    }

    Optional<Job> lock(ProposalId proposal) {
        return jdbc.sql(SELECT + "where proposal = :proposal for update")
                .param("proposal", proposal.value())
                .query((row, _) -> job(row))
                .optional();
    }

    void lease(Job job, UUID lease, Duration time, String connection) {
        jdbc.sql("""
                        update dispatch.job
                        set state = 'IN_FLIGHT', attempts = attempts + 1, tries = tries + 1, connection = :connection,
                            lease = :lease, lease_until = clock_timestamp() + :millis * interval '1 millisecond',
                            changed_at = clock_timestamp()
                        where proposal = :proposal""")
                .param("proposal", job.proposal().value())
                .param("connection", connection)
                .param("lease", lease)
                .param("millis", time.toMillis())
                .update();
    }

    /// Counts an attempt that was over before it began: nobody could be asked.
    void count(Job job, String connection) {
        jdbc.sql("""
                        update dispatch.job
                        set attempts = attempts + 1, tries = tries + 1, connection = :connection
                        where proposal = :proposal""")
                .param("proposal", job.proposal().value())
                .param("connection", connection)
                .update();
    }

    void become(ProposalId proposal, JobState state, String outcome) {
        jdbc.sql("""
                        update dispatch.job
                        set state = :state, outcome = :outcome, lease = null, lease_until = null,
                            changed_at = clock_timestamp()
                        where proposal = :proposal""")
                .param("proposal", proposal.value())
                .param("state", state.name())
                .param("outcome", outcome)
                .update();
    }

    void wait(ProposalId proposal, Duration delay, String outcome) {
        become(proposal, JobState.WAITING, outcome);
        jdbc.sql("""
                        update dispatch.job
                        set next_at = clock_timestamp() + :millis * interval '1 millisecond'
                        where proposal = :proposal""")
                .param("proposal", proposal.value())
                .param("millis", delay.toMillis())
                .update();
    }

    /// Begins to count tries anew.
    void forgive(ProposalId proposal) {
        jdbc.sql("update dispatch.job set tries = 0 where proposal = :proposal")
                .param("proposal", proposal.value())
                .update();
    }

    Optional<DispatchJob> find(ProposalId proposal) {
        return jdbc.sql(SELECT + "where proposal = :proposal")
                .param("proposal", proposal.value())
                .query((row, _) -> view(row))
                .optional();
    }

    /// Those that stand still until a person does something, the longest first.
    List<DispatchJob> stuck(int limit) {
        return jdbc.sql(SELECT + """
                        where state in ('REFUSED', 'GIVEN_UP', 'UNCERTAIN')
                        order by changed_at, proposal limit :limit""")
                .param("limit", limit)
                .query((row, _) -> view(row))
                .list();
    }

    long countWaiting() {
        return count("select count(*) from dispatch.job where state in ('WAITING', 'IN_FLIGHT')");
    }

    long countStuck() {
        return count("select count(*) from dispatch.job where state in ('REFUSED', 'GIVEN_UP', 'UNCERTAIN')");
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                new ProposalId(row.getString("proposal")),
                JobState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("tries"),
                row.getString("connection"),
                Optional.ofNullable(row.getObject("lease", UUID.class)).orElse(Job.NO_LEASE));
    }

    private static DispatchJob view(ResultSet row) throws SQLException {
        return new DispatchJob(
                new ProposalId(row.getString("proposal")),
                JobState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("next_at", OffsetDateTime.class).toInstant(),
                row.getString("connection"),
                row.getString("outcome"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    /// A job that is held.
    ///
    /// @param attempts all so far
    /// @param tries since a person last had it tried again
    record Job(ProposalId proposal, JobState state, int attempts, int tries, String connection, UUID lease) {

        static final UUID NO_LEASE = new UUID(0, 0);
    }
}
