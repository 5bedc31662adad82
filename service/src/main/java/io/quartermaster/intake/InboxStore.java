package io.quartermaster.intake;

import io.quartermaster.retail.ConnectionId;
import io.quartermaster.vault.Vault;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables of messages: what came in, and what of it still waits for its meaning.
@Repository
class InboxStore {

    private static final String WRITE = """
            WITH written AS (
                INSERT INTO intake.inbox (connection, delivery, topic, correlation, body, received_at)
                SELECT connection, delivery, topic, correlation, body, ?
                  FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[])
                       AS arrived (connection, delivery, topic, correlation, body)
                ON CONFLICT (connection, delivery) DO NOTHING
                RETURNING id)
            INSERT INTO intake.waiting (message) SELECT id FROM written""";

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Vault vault;

    InboxStore(DataSource dataSource, JdbcClient jdbc, Clock clock, Vault vault) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.clock = clock;
        this.vault = vault;
    }

    /// A message as it was written down.
    ///
    /// @param body sealed by the vault
    record Message(
            long id,
            String connection,
            String delivery,
            String topic,
            String correlation,
            Instant receivedAt,
            byte[] body) {}

    /// Seals all and writes them down in one statement, which is one commit, on a connection of its
    /// own. Few threads come here, so the ciphers that are kept by thread are used again.
    ///
    /// @return how many were new
    int write(List<Arrival> arrivals) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(WRITE)) {
            insert.setObject(1, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            insert.setArray(
                    2,
                    texts(connection, arrivals, arrival -> arrival.connection().value()));
            insert.setArray(3, texts(connection, arrivals, Arrival::delivery));
            insert.setArray(4, texts(connection, arrivals, Arrival::topic));
            insert.setArray(
                    5,
                    texts(connection, arrivals, arrival -> arrival.correlation().value()));
            var bodies =
                    arrivals.stream().map(arrival -> vault.seal(arrival.body())).toArray(byte[][]::new);
            insert.setArray(6, connection.createArrayOf("bytea", bodies));
            return insert.executeUpdate();
        } catch (SQLException fault) {
            throw new DataAccessResourceFailureException(
                    "%d messages cannot be written down.".formatted(arrivals.size()), fault);
        }
    }

    /// The next messages that wait, oldest first. They are locked until the transaction ends:
    /// another instance takes others.
    List<Message> take(int limit) {
        return jdbc.sql("""
                        WITH taken AS (
                            SELECT message FROM intake.waiting ORDER BY message LIMIT ? FOR UPDATE SKIP LOCKED)
                        SELECT i.id, connection, delivery, topic, correlation, received_at, body
                          FROM intake.inbox i JOIN taken t ON t.message = i.id ORDER BY i.id""").param(limit).query((row, _) -> message(row)).list();
    }

    List<Message> find(long id) {
        return jdbc.sql("""
                        SELECT id, connection, delivery, topic, correlation, received_at, body
                          FROM intake.inbox WHERE id = ?""").param(id).query((row, _) -> message(row)).list();
    }

    void done(List<Message> messages) {
        jdbc.sql("DELETE FROM intake.waiting WHERE message = ANY(?)")
                .param(messages.stream().map(Message::id).toArray(Long[]::new))
                .update();
    }

    void putBack(long message) {
        jdbc.sql("INSERT INTO intake.waiting (message) VALUES (?) ON CONFLICT DO NOTHING")
                .param(message)
                .update();
    }

    /// How many wait, counted up to a bound.
    long depth(int atMost) {
        return jdbc.sql("SELECT count(*) FROM (SELECT 1 FROM intake.waiting LIMIT ?) w")
                .param(atMost)
                .query(Long.class)
                .single();
    }

    List<Instant> oldest() {
        return jdbc.sql("""
                        SELECT received_at FROM intake.inbox
                         WHERE id = (SELECT min(message) FROM intake.waiting)""")
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
    }

    /// When the oldest message of a connection came that still waits.
    List<Instant> oldestOf(ConnectionId connection) {
        return jdbc.sql("""
                        SELECT received_at FROM intake.inbox i JOIN intake.waiting w ON w.message = i.id
                         WHERE connection = ? ORDER BY i.id LIMIT 1""")
                .param(connection.value())
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list();
    }

    /// Deletes messages that are old enough and need no one any more.
    ///
    /// @return how many
    int purge(Instant before, int limit) {
        return jdbc.sql("""
                        DELETE FROM intake.inbox WHERE id IN (
                            SELECT id FROM intake.inbox i
                             WHERE received_at < ?
                               AND NOT EXISTS (SELECT FROM intake.waiting w WHERE w.message = i.id)
                               AND NOT EXISTS (SELECT FROM intake.errand e WHERE e.message = i.id)
                             ORDER BY id LIMIT ?)""")
                .param(OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .param(limit)
                .update();
    }

    private static Array texts(Connection connection, List<Arrival> arrivals, Function<Arrival, String> part)
            throws SQLException {
        return connection.createArrayOf("text", arrivals.stream().map(part).toArray(String[]::new));
    }

    static Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getLong("id"),
                row.getString("connection"),
                row.getString("delivery"),
                row.getString("topic"),
                row.getString("correlation"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getBytes("body"));
    }
}
