package io.quartermaster.demand;

import java.time.Duration;
import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Keeps which nights were learnt in, and by its lease lets one instance at a time do so.
@Component
class LearningStore {

    /// A day is begun once: by whoever comes first, or again when its lease ran out and it had not
    /// ended. None is begun while another is worked on, nor so soon after the last that the machine
    /// would do nothing else.
    private static final String BEGIN = """
            INSERT INTO demand.learning AS l (day, lease_until)
            SELECT ?, clock_timestamp() + make_interval(secs => ?)
            WHERE NOT EXISTS (
                SELECT 1 FROM demand.learning o
                WHERE o.day <> ? AND (o.started_at > clock_timestamp() - make_interval(secs => ?)
                                      OR o.ended_at IS NULL AND o.lease_until > clock_timestamp()))
            ON CONFLICT (day) DO UPDATE SET
                started_at = clock_timestamp(), lease_until = excluded.lease_until
            WHERE l.ended_at IS NULL AND l.lease_until <= clock_timestamp()""";

    private final JdbcTemplate jdbc;

    LearningStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// Whether the caller is the one to learn for this day.
    ///
    /// @param lease for how long nobody else will
    /// @param rest the least time between two beginnings
    boolean begin(LocalDate day, Duration lease, Duration rest) {
        return jdbc.update(BEGIN, day, (double) lease.toSeconds(), day, (double) rest.toSeconds()) > 0;
    }

    void end(LocalDate day, Learnt learnt) {
        jdbc.update("""
                UPDATE demand.learning SET ended_at = clock_timestamp(), series = ?, periods = ?, outcome = ?
                WHERE day = ?""", learnt.series(), learnt.periods(), learnt.outcome(), day);
    }

    /// What came of a night.
    ///
    /// @param outcome "learnt", or why not
    record Learnt(int series, int periods, String outcome) {}

    /// How many variants at all locations have a history of so many days.
    int longHistories(int days) {
        var count = jdbc.queryForObject(
                "SELECT count(*) FROM demand.forecast WHERE history_days >= ?", Integer.class, days);
        return count == null ? 0 : count;
    }
}
