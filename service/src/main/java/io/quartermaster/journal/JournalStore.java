package io.quartermaster.journal;

import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads entries from their table.
final class JournalStore {

    private static final String SELECT = "SELECT sequence, recorded_at, correlation, payload, hash FROM journal.entry ";

    private final JdbcClient database;

    JournalStore(JdbcClient database) {
        this.database = database;
    }

    List<Entry> after(long sequence, int atMost) {
        return database.sql(SELECT + "WHERE sequence > :after ORDER BY sequence LIMIT :most")
                .param("after", sequence)
                .param("most", atMost)
                .query(JournalStore::entry)
                .list();
    }

    long head() {
        return database.sql("SELECT sequence FROM journal.head")
                .query(Long.class)
                .single();
    }

    List<Entry> story(CorrelationId correlation, int atMost) {
        return database.sql(SELECT + "WHERE correlation = :correlation ORDER BY sequence LIMIT :most")
                .param("correlation", correlation.value())
                .param("most", atMost)
                .query(JournalStore::entry)
                .list();
    }

    Optional<Entry> find(Origin origin) {
        return database.sql(SELECT + "WHERE source_key = :key AND source = :source")
                .param("key", origin.sourceKey())
                .param("source", origin.source().value())
                .query(JournalStore::entry)
                .optional();
    }

    Optional<CorrelationId> correlationOf(String paper) {
        return database.sql("SELECT correlation FROM journal.paper WHERE paper = :paper")
                .param("paper", paper)
                .query(String.class)
                .optional()
                .map(CorrelationId::new);
    }

    List<Entry> ofKind(String kind, long before, int atMost) {
        return database.sql(SELECT + "WHERE kind = :kind AND sequence < :before ORDER BY sequence DESC LIMIT :most")
                .param("kind", kind)
                .param("before", before)
                .param("most", atMost)
                .query(JournalStore::entry)
                .list();
    }

    List<Entry> ofKeysBeginningWith(String text, int atMost) {
        return database.sql(SELECT + """
                        WHERE source_key >= :from AND source_key < :to
                        ORDER BY source_key, sequence LIMIT :most""")
                .param("from", text)
                .param("to", text + Character.toString(Character.MAX_CODE_POINT))
                .param("most", atMost)
                .query(JournalStore::entry)
                .list();
    }

    List<Entry> newest(long before, int atMost) {
        return database.sql(SELECT + "WHERE sequence < :before ORDER BY sequence DESC LIMIT :most")
                .param("before", before)
                .param("most", atMost)
                .query(JournalStore::entry)
                .list();
    }

    static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("sequence"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                new CorrelationId(row.getString("correlation")),
                EventCodec.read(row.getString("payload")),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }
}
