package io.quartermaster.api;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps what programs were told, so that a request that is sent again gets the same answer and
/// does nothing twice. Times are the database's own: a program's patience is not simulated.
@Component
class AnswerStore {

    private final JdbcClient database;

    AnswerStore(JdbcClient database) {
        this.database = database;
    }

    /// What is to be done with a request.
    sealed interface Claim {

        /// It is new: do it.
        record Ours() implements Claim {}

        /// It was done: this was the answer.
        record Told(int status, String mediaType, byte[] body) implements Claim {}

        /// It is being done at this moment.
        record UnderWay() implements Claim {}

        /// The key was used for another request.
        record AnotherRequest() implements Claim {}
    }

    Claim claim(String caller, String key, byte[] fingerprint) {
        var ours = database.sql("""
                        INSERT INTO api.answer (caller, key, fingerprint, claimed_at)
                        VALUES (:caller, :key, :fingerprint, now()) ON CONFLICT DO NOTHING""")
                .param("caller", caller)
                .param("key", key)
                .param("fingerprint", fingerprint)
                .update();
        if (ours == 1) {
            return new Claim.Ours();
        }
        return find(caller, key)
                .map(found -> claim(found, fingerprint, caller, key))
                .orElse(new Claim.UnderWay()); // let go of just now: the next try is the first again
    }

    private Claim claim(Row found, byte[] fingerprint, String caller, String key) {
        if (!Arrays.equals(found.fingerprint, fingerprint)) {
            return new Claim.AnotherRequest();
        }
        if (found.status != null) {
            return new Claim.Told(
                    found.status,
                    found.mediaType == null ? "" : found.mediaType,
                    found.body == null ? new byte[0] : found.body);
        }
        return takeOver(caller, key) ? new Claim.Ours() : new Claim.UnderWay();
    }

    /// Takes a claim over from an instance that fell over it.
    private boolean takeOver(String caller, String key) {
        return database.sql("""
                                UPDATE api.answer SET claimed_at = now()
                                WHERE caller = :caller AND key = :key AND status IS NULL
                                  AND claimed_at < now() - interval '2 minutes'""").param("caller", caller).param("key", key).update() == 1;
    }

    void told(String caller, String key, Claim.Told answer) {
        database.sql("""
                        UPDATE api.answer SET status = :status, media_type = :media, body = :body
                        WHERE caller = :caller AND key = :key""")
                .param("caller", caller)
                .param("key", key)
                .param("status", answer.status())
                .param("media", answer.mediaType())
                .param("body", answer.body())
                .update();
    }

    /// Lets go of a key whose request did not come to an end: it may be sent again.
    void release(String caller, String key) {
        database.sql("DELETE FROM api.answer WHERE caller = :caller AND key = :key AND status IS NULL")
                .param("caller", caller)
                .param("key", key)
                .update();
    }

    /// Forgets answers that are older than a week.
    int purge() {
        return database.sql("DELETE FROM api.answer WHERE claimed_at < now() - interval '7 days'")
                .update();
    }

    private Optional<Row> find(String caller, String key) {
        return database.sql("""
                        SELECT fingerprint, status, media_type, body FROM api.answer
                        WHERE caller = :caller AND key = :key""")
                .param("caller", caller)
                .param("key", key)
                .query((row, number) -> new Row(
                        row.getBytes("fingerprint"),
                        row.getObject("status", Integer.class),
                        row.getString("media_type"),
                        row.getBytes("body")))
                .optional();
    }

    private record Row(
            byte[] fingerprint,
            @Nullable Integer status,
            @Nullable String mediaType,
            byte @Nullable [] body) {}
}
