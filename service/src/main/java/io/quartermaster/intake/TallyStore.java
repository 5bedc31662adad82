package io.quartermaster.intake;

import io.quartermaster.intake.InboxStore.Message;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table that counts how messages ended.
@Repository
class TallyStore {

    private static final int LINES_MAX = 2_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    TallyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// How one message ended.
    record Ending(String connection, String topic, String ending, int entries) {

        static Ending of(Message message, String ending, int entries) {
            return new Ending(message.connection(), message.topic(), ending, entries);
        }
    }

    private record Sum(Ending line, long messages, long entries) {

        Sum plus(Sum other) {
            return new Sum(line, messages + other.messages, entries + other.entries);
        }
    }

    void add(List<Ending> endings) {
        var sums = new TreeMap<String, Sum>(); // in one order always, so that two instances never lock each other
        for (var ending : endings) {
            var key = String.join("\n", ending.connection, ending.topic, ending.ending);
            sums.merge(key, new Sum(ending, 1, ending.entries), Sum::plus);
        }
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (var sum : sums.values()) {
            jdbc.sql("""
                            INSERT INTO intake.tally AS t (connection, topic, ending, messages, entries, last_at)
                            VALUES (?, ?, ?, ?, ?, ?)
                            ON CONFLICT (connection, topic, ending) DO UPDATE
                               SET messages = t.messages + excluded.messages,
                                   entries = t.entries + excluded.entries, last_at = excluded.last_at""")
                    .params(sum.line.connection, sum.line.topic, sum.line.ending, sum.messages, sum.entries, now)
                    .update();
        }
    }

    List<TopicCount> all() {
        return jdbc.sql("""
                        SELECT connection, topic, ending, messages, entries, last_at FROM intake.tally
                         ORDER BY connection, topic, ending LIMIT ?""")
                .param(LINES_MAX)
                .query(DataClassRowMapper.newInstance(TopicCount.class))
                .list();
    }
}
