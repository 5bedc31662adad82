package io.quartermaster.journal;

import io.quartermaster.journal.JournalAudit.Broken;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/// Walks a part of the chain, a few thousand entries at a time, and reckons every hash again.
final class ChainWalk implements Callable<Optional<Broken>> {

    private static final int STRIDE = 5_000;

    private final DataSource database;
    private final long last;
    private final Chain chain = new Chain();
    private long sequence;
    private byte[] hash = Chain.beginning();

    /// @param after the entry after which to begin; 0 for the first
    /// @param last the entry to end with
    ChainWalk(DataSource database, long after, long last) {
        this.database = database;
        this.sequence = after;
        this.last = last;
    }

    @Override
    public Optional<Broken> call() throws SQLException {
        try (var connection = database.getConnection()) {
            if (sequence > 0) {
                var before = storedHash(connection);
                if (before.isEmpty()) {
                    return Optional.of(new Broken(sequence, "it is missing"));
                }
                hash = before.get();
            }
            return walk(connection);
        }
    }

    private Optional<byte[]> storedHash(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT hash FROM journal.entry WHERE sequence = ?")) {
            statement.setLong(1, sequence);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    private Optional<Broken> walk(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("""
                SELECT sequence, recorded_at, source, source_key, kind, correlation, payload, hash
                FROM journal.entry WHERE sequence > ? AND sequence <= ? ORDER BY sequence LIMIT ?""")) {
            while (sequence < last) {
                var broken = stride(statement);
                if (broken.isPresent()) {
                    return broken;
                }
            }
            return Optional.empty();
        }
    }

    private Optional<Broken> stride(PreparedStatement statement) throws SQLException {
        statement.setLong(1, sequence);
        statement.setLong(2, last);
        statement.setInt(3, STRIDE);
        try (var row = statement.executeQuery()) {
            var any = false;
            while (row.next()) {
                any = true;
                var broken = check(row);
                if (broken.isPresent()) {
                    return broken;
                }
            }
            return any ? Optional.empty() : Optional.of(new Broken(sequence + 1, "it is missing"));
        }
    }

    private Optional<Broken> check(ResultSet row) throws SQLException {
        var link = link(row);
        if (link.sequence() != sequence + 1) {
            return Optional.of(new Broken(sequence + 1, "it is missing"));
        }
        var stored = row.getBytes(8);
        if (!Arrays.equals(chain.next(link, hash), stored)) {
            return Optional.of(new Broken(link.sequence(), "it does not say what it said when it was written"));
        }
        sequence = link.sequence();
        hash = stored;
        return Optional.empty();
    }

    /// The bytes of a text column are its UTF-8: to make a string of them would only cost time.
    private static Chain.Link link(ResultSet row) throws SQLException {
        return new Chain.Link(
                row.getLong(1),
                Chain.micros(row.getObject(2, OffsetDateTime.class).toInstant()),
                row.getBytes(3),
                row.getBytes(4),
                row.getBytes(5),
                row.getBytes(6),
                row.getBytes(7));
    }
}
