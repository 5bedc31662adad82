package io.quartermaster.intake;

import io.quartermaster.retail.ConnectionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of how far each platform has been asked what changed.
@Repository
class ReconcileStore {

    private static final int ROUNDS_MAX = 10_000;

    private final JdbcClient jdbc;

    ReconcileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What one platform is asked for.
    ///
    /// @param toldUntil all that changed before is here; null before the first time
    /// @param since from when on it is being asked; null if nothing is under way, as `until`
    /// @param tries how often it failed in a row
    /// @param trouble why it failed last; empty if it did not
    record Round(
            String connection,
            String what,
            @Nullable Instant toldUntil,
            @Nullable Instant since,
            @Nullable Instant until,
            String cursor,
            int tries,
            String trouble) {

        Round over(Instant from, Instant to) {
            return new Round(connection, what, toldUntil, from, to, "", tries, trouble);
        }

        Round at(String place) {
            return new Round(connection, what, toldUntil, since, until, place, 0, "");
        }

        Round done(Instant upTo) {
            return new Round(connection, what, upTo, null, null, "", 0, "");
        }

        /// Its cursor may have grown stale: after a refusal it begins anew.
        Round refused(String why) {
            return new Round(connection, what, toldUntil, null, null, "", tries + 1, why);
        }

        Round later(String why) {
            return new Round(connection, what, toldUntil, since, until, cursor, tries + 1, why);
        }
    }

    void enrol(ConnectionId connection, String what, Duration first) {
        jdbc.sql("""
                        INSERT INTO intake.reconciliation (connection, what, next_at)
                        VALUES (?, ?, now() + ? * interval '1 millisecond') ON CONFLICT DO NOTHING""").params(connection.value(), what, first.toMillis()).update();
    }

    /// Takes one that is due, and lets nobody else have it for a while.
    List<Round> take(Duration lease) {
        return jdbc.sql("""
                        UPDATE intake.reconciliation SET next_at = now() + ? * interval '1 millisecond'
                         WHERE (connection, what) IN (
                            SELECT connection, what FROM intake.reconciliation WHERE next_at <= now()
                             ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *""")
                .param(lease.toMillis())
                .query((row, _) -> round(row))
                .list();
    }

    void save(Round round, Duration next) {
        jdbc.sql("""
                        UPDATE intake.reconciliation
                           SET told_until = ?, since = ?, until = ?, cursor = ?, tries = ?, trouble = ?,
                               next_at = now() + ? * interval '1 millisecond'
                         WHERE connection = ? AND what = ?""")
                .param(time(round.toldUntil))
                .param(time(round.since))
                .param(time(round.until))
                .param(round.cursor)
                .param(round.tries)
                .param(round.trouble)
                .param(next.toMillis())
                .param(round.connection)
                .param(round.what)
                .update();
    }

    /// Makes all of a connection due now.
    void hurry(ConnectionId connection) {
        jdbc.sql("UPDATE intake.reconciliation SET next_at = now() WHERE connection = ?")
                .param(connection.value())
                .update();
    }

    List<Round> all() {
        return jdbc.sql("SELECT * FROM intake.reconciliation ORDER BY connection, what LIMIT ?")
                .param(ROUNDS_MAX)
                .query((row, _) -> round(row))
                .list();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Round round(ResultSet row) throws SQLException {
        return new Round(
                row.getString("connection"),
                row.getString("what"),
                instant(row, "told_until"),
                instant(row, "since"),
                instant(row, "until"),
                row.getString("cursor"),
                row.getInt("tries"),
                row.getString("trouble"));
    }
}
