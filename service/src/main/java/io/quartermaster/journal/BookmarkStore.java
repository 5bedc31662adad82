package io.quartermaster.journal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far each follower has read.
final class BookmarkStore {

    private final JdbcClient database;

    BookmarkStore(JdbcClient database) {
        this.database = database;
    }

    void lay(String follower, Instant now) {
        database.sql("""
                        INSERT INTO journal.bookmark (follower, sequence, moved_at) VALUES (:follower, 0, :now)
                        ON CONFLICT DO NOTHING""")
                .param("follower", follower)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The bookmark, held until the transaction ends; empty if another instance holds it.
    ///
    /// The books can be made again from the journal, and their bookmark is lost together with them:
    /// so their commits need not wait for the disk.
    Optional<Long> take(String follower) {
        database.sql("SET LOCAL synchronous_commit = off").update();
        return database.sql("SELECT sequence FROM journal.bookmark WHERE follower = :follower FOR UPDATE SKIP LOCKED")
                .param("follower", follower)
                .query(Long.class)
                .optional();
    }

    void move(String follower, long sequence, Instant now) {
        database.sql("UPDATE journal.bookmark SET sequence = :sequence, moved_at = :now WHERE follower = :follower")
                .param("follower", follower)
                .param("sequence", sequence)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Map<String, Long> all() {
        return database
                .sql("SELECT follower, sequence FROM journal.bookmark")
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
