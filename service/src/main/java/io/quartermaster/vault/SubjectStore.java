package io.quartermaster.vault;

import io.quartermaster.vault.Identifiers.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The vault's tables of persons: subjects with their wrapped keys and sealed details, and the
/// hashes that find them.
@Repository
class SubjectStore {

    private final JdbcClient jdbc;

    SubjectStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is kept of one person.
    ///
    /// @param details sealed under the person's own key
    /// @param fingerprint a keyed hash of the details, to see whether they changed
    record Row(String subject, byte[] wrappedKey, byte[] details, String fingerprint) {}

    /// Lets one at a time make new persons, until the transaction ends.
    void lockForNew() {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('vault.subject'))::text")
                .query(String.class)
                .single();
    }

    /// Which subject each hash leads to.
    Map<String, String> subjectsBy(Collection<String> hashes) {
        var found = new HashMap<String, String>();
        jdbc.sql("SELECT hash, subject FROM vault.identifier WHERE hash = ANY(?)")
                .param(hashes.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString("hash"), row.getString("subject"));
                });
        return found;
    }

    Map<String, Row> rows(Collection<String> subjects) {
        var found = new HashMap<String, Row>();
        jdbc.sql("SELECT id, wrapped_key, details, fingerprint FROM vault.subject WHERE id = ANY(?)")
                .param(subjects.toArray(String[]::new))
                .query(row -> {
                    found.put(
                            row.getString("id"),
                            new Row(
                                    row.getString("id"),
                                    row.getBytes("wrapped_key"),
                                    row.getBytes("details"),
                                    row.getString("fingerprint")));
                });
        return found;
    }

    Optional<Row> row(String subject) {
        return Optional.ofNullable(rows(List.of(subject)).get(subject));
    }

    void save(Collection<Row> rows) {
        var all = new ArrayList<>(rows);
        jdbc.sql("""
                        INSERT INTO vault.subject (id, wrapped_key, details, fingerprint)
                        SELECT * FROM unnest(?::text[], ?::bytea[], ?::bytea[], ?::text[])
                        ON CONFLICT (id) DO UPDATE SET details = excluded.details, fingerprint = excluded.fingerprint""")
                .param(all.stream().map(Row::subject).toArray(String[]::new))
                .param(all.stream().map(Row::wrappedKey).toArray(byte[][]::new))
                .param(all.stream().map(Row::details).toArray(byte[][]::new))
                .param(all.stream().map(Row::fingerprint).toArray(String[]::new))
                .update();
    }

    /// Ties traces to subjects; a trace that leads to somebody already stays with them.
    void tie(Map<Trace, String> subjects) {
        var traces = new ArrayList<>(subjects.keySet());
        jdbc.sql("""
                        INSERT INTO vault.identifier (hash, kind, subject)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::text[])
                        ON CONFLICT (hash) DO NOTHING""")
                .param(traces.stream().map(Trace::hash).toArray(String[]::new))
                .param(traces.stream().map(trace -> trace.kind().name()).toArray(String[]::new))
                .param(traces.stream().map(subjects::get).toArray(String[]::new))
                .update();
    }

    void delete(String subject) {
        jdbc.sql("DELETE FROM vault.identifier WHERE subject = ?")
                .param(subject)
                .update();
        jdbc.sql("DELETE FROM vault.subject WHERE id = ?").param(subject).update();
    }
}
