package io.quartermaster.intake;

import io.quartermaster.connectors.FetchRequest;
import io.quartermaster.intake.InboxStore.Message;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of things that platforms must be asked for.
@Repository
class ErrandStore {

    private final JdbcClient jdbc;

    ErrandStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One thing to ask for.
    ///
    /// @param tries how often it was tried before
    record Errand(
            long id,
            long message,
            String connection,
            String what,
            String which,
            String version,
            String correlation,
            int tries) {

        FetchRequest request() {
            return new FetchRequest(what, which, version);
        }
    }

    void add(Message message, List<FetchRequest> requests) {
        for (var request : requests) {
            jdbc.sql("""
                            INSERT INTO intake.errand
                                   (message, connection, what, which, version, correlation, next_try)
                            VALUES (?, ?, ?, ?, ?, ?, now())
                            ON CONFLICT (connection, what, which, version) DO NOTHING""")
                    .params(
                            message.id(),
                            message.connection(),
                            request.what(),
                            request.which(),
                            request.version(),
                            message.correlation())
                    .update();
        }
    }

    /// Takes errands that are due, and lets nobody else have them for a while: if we crash, they are
    /// taken again after it. Pauses are real time, which a simulation does not shorten.
    List<Errand> take(int limit, Duration lease) {
        return jdbc.sql("""
                        UPDATE intake.errand SET tries = tries + 1, next_try = now() + ? * interval '1 millisecond'
                         WHERE id IN (SELECT id FROM intake.errand WHERE next_try <= now()
                                       ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED)
                        RETURNING id, message, connection, what, which, version, correlation, tries""")
                .params(lease.toMillis(), limit)
                .query(DataClassRowMapper.newInstance(Errand.class))
                .list();
    }

    void tryAgain(Errand errand, Duration delay) {
        jdbc.sql("UPDATE intake.errand SET next_try = now() + ? * interval '1 millisecond' WHERE id = ?")
                .params(delay.toMillis(), errand.id())
                .update();
    }

    void done(Errand errand) {
        jdbc.sql("DELETE FROM intake.errand WHERE id = ?").param(errand.id()).update();
    }

    long depth() {
        return jdbc.sql("SELECT count(*) FROM intake.errand").query(Long.class).single();
    }
}
