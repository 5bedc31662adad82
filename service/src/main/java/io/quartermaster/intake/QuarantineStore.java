package io.quartermaster.intake;

import io.quartermaster.intake.InboxStore.Message;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of messages that were not understood.
@Repository
class QuarantineStore {

    private static final int WHY_LENGTH_MAX = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    QuarantineStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void put(Message message, String why) {
        jdbc.sql("""
                        INSERT INTO intake.quarantine (message, connection, topic, why, since)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (message) DO UPDATE SET why = excluded.why, known = false""")
                .params(
                        message.id(),
                        message.connection(),
                        message.topic(),
                        why.length() > WHY_LENGTH_MAX ? why.substring(0, WHY_LENGTH_MAX) : why,
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /// The newest first; those that a person has marked as known come only when asked for.
    List<Quarantined> list(boolean knownToo, long before, int limit) {
        return jdbc.sql("""
                        SELECT message AS id, connection, topic, why, since, known FROM intake.quarantine
                         WHERE (NOT known OR ?) AND message < ? ORDER BY message DESC LIMIT ?""")
                .params(knownToo, before, limit)
                .query(DataClassRowMapper.newInstance(Quarantined.class))
                .list();
    }

    Optional<Quarantined> find(long message) {
        return jdbc.sql("""
                        SELECT message AS id, connection, topic, why, since, known FROM intake.quarantine
                         WHERE message = ?""").param(message).query(Quarantined.class).optional();
    }

    boolean markKnown(long message) {
        return jdbc.sql("UPDATE intake.quarantine SET known = true WHERE message = ?")
                        .param(message)
                        .update()
                > 0;
    }

    boolean release(long message) {
        return jdbc.sql("DELETE FROM intake.quarantine WHERE message = ?")
                        .param(message)
                        .update()
                > 0;
    }

    long open() {
        return jdbc.sql("SELECT count(*) FROM intake.quarantine WHERE NOT known")
                .query(Long.class)
                .single();
    }

    /// Forgets those whose message has been purged.
    void sweep() {
        jdbc.sql("""
                        DELETE FROM intake.quarantine q
                         WHERE NOT EXISTS (SELECT FROM intake.inbox i WHERE i.id = q.message)""").update();
    }
}
