package io.quartermaster.journal;

import io.quartermaster.journal.BatchPlan.Head;
import io.quartermaster.journal.Submission.Item;
import io.quartermaster.journal.Submission.TellerKey;
import io.quartermaster.retail.CorrelationId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The statements of one append, on one connection and in one transaction.
final class AppendStore {

    private final Connection connection;

    AppendStore(Connection connection) {
        this.connection = connection;
    }

    /// Whoever holds the head appends; all others wait here.
    Head lockHead() throws SQLException {
        try (var statement = connection.prepareStatement("SELECT sequence, hash FROM journal.head FOR UPDATE");
                var row = statement.executeQuery()) {
            row.next();
            return new Head(row.getLong(1), row.getBytes(2));
        }
    }

    Map<TellerKey, Long> known(List<Item> items) throws SQLException {
        try (var statement = connection.prepareStatement("""
                SELECT entry.source, entry.source_key, entry.sequence
                FROM unnest(?::text[], ?::text[]) AS wanted (source, source_key)
                JOIN journal.entry AS entry
                  ON entry.source_key = wanted.source_key AND entry.source = wanted.source""")) {
            texts(statement, 1, items, item -> item.key().source());
            texts(statement, 2, items, item -> item.key().sourceKey());
            var known = new HashMap<TellerKey, Long>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    known.put(new TellerKey(row.getString(1), row.getString(2)), row.getLong(3));
                }
            }
            return known;
        }
    }

    Map<String, CorrelationId> papers(List<Item> items) throws SQLException {
        var wanted = items.stream()
                .map(item -> item.event().paper())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        var papers = new HashMap<String, CorrelationId>();
        if (wanted.isEmpty()) {
            return papers;
        }
        try (var statement = connection.prepareStatement(
                "SELECT paper, correlation FROM journal.paper WHERE paper = ANY (?::text[])")) {
            texts(statement, 1, wanted, paper -> paper);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    papers.put(row.getString(1), new CorrelationId(row.getString(2)));
                }
            }
        }
        return papers;
    }

    void write(BatchPlan plan, Instant recordedAt) throws SQLException {
        writeEntries(plan, recordedAt);
        writePapers(plan);
        try (var statement = connection.prepareStatement("UPDATE journal.head SET sequence = ?, hash = ?")) {
            statement.setLong(1, plan.head().sequence());
            statement.setBytes(2, plan.head().hash());
            statement.executeUpdate();
        }
    }

    private void writeEntries(BatchPlan plan, Instant recordedAt) throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO journal.entry
                  (sequence, recorded_at, source, source_key, kind, correlation, payload, hash)
                SELECT sequence, ?, source, source_key, kind, correlation, payload, hash
                FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[])
                  AS row (sequence, source, source_key, kind, correlation, payload, hash)""")) {
            statement.setObject(1, recordedAt.atOffset(ZoneOffset.UTC));
            statement.setArray(2, longs(plan.entries()));
            texts(statement, 3, plan.items(), item -> item.key().source());
            texts(statement, 4, plan.items(), item -> item.key().sourceKey());
            texts(statement, 5, plan.items(), Item::kind);
            texts(statement, 6, plan.entries(), entry -> entry.correlation().value());
            texts(statement, 7, plan.items(), Item::payload);
            statement.setArray(
                    8, connection.createArrayOf("bytea", plan.hashes().toArray(byte[][]::new)));
            statement.executeUpdate();
        }
    }

    private void writePapers(BatchPlan plan) throws SQLException {
        if (plan.begun().isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement("""
                INSERT INTO journal.paper (paper, correlation, sequence)
                SELECT paper, correlation, sequence
                FROM unnest(?::text[], ?::text[], ?::bigint[]) AS row (paper, correlation, sequence)""")) {
            var entries = List.copyOf(plan.begun().values());
            texts(statement, 1, List.copyOf(plan.begun().keySet()), paper -> paper);
            texts(statement, 2, entries, entry -> entry.correlation().value());
            statement.setArray(3, longs(entries));
            statement.executeUpdate();
        }
    }

    private java.sql.Array longs(List<Entry> entries) throws SQLException {
        return connection.createArrayOf(
                "bigint", entries.stream().map(Entry::sequence).toArray());
    }

    private <T> void texts(PreparedStatement statement, int place, List<T> values, Function<T, String> text)
            throws SQLException {
        statement.setArray(
                place,
                connection.createArrayOf("text", values.stream().map(text).toArray(String[]::new)));
    }
}
