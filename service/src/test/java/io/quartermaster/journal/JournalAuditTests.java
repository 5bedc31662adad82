package io.quartermaster.journal;

import static io.quartermaster.journal.SampleEvents.draft;
import static io.quartermaster.journal.SampleEvents.moved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quartermaster.TestDatabase;
import io.quartermaster.journal.JournalAudit.Anchor;
import io.quartermaster.journal.JournalAudit.Broken;
import io.quartermaster.journal.JournalAudit.Intact;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class JournalAuditTests {

    private final DataSource source = TestDatabase.fresh();
    private final JdbcClient database = JdbcClient.create(source);
    private final JournalAudit audit = new JournalAudit(source);

    @BeforeEach
    void writeTenEntries() {
        try (var journal = PostgresJournalTests.open(source)) {
            journal.append(IntStream.rangeClosed(1, 10)
                    .mapToObj(i -> draft("c-" + i, moved("k-" + i)))
                    .toList());
        }
    }

    @Test
    void findsNothingWrongWithWhatNobodyTouched() {
        assertThat(audit.verify())
                .isInstanceOfSatisfying(
                        Intact.class, intact -> assertThat(intact.entries()).isEqualTo(10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 | UPDATE journal.entry SET payload = replace(payload, '-1', '-2') WHERE sequence = 4",
                "5 | UPDATE journal.entry SET recorded_at = recorded_at + interval '1 microsecond' WHERE sequence = 5",
                "6 | UPDATE journal.entry SET correlation = 'c-1' WHERE sequence = 6",
                "7 | UPDATE journal.entry SET source_key = 'k-70' WHERE sequence = 7",
                "8 | UPDATE journal.entry SET hash = sha256('x') WHERE sequence = 8",
                "3 | DELETE FROM journal.entry WHERE sequence = 3",
                "5 | DELETE FROM journal.entry WHERE sequence = 5",
                "9 | DELETE FROM journal.entry WHERE sequence >= 9",
                "2 | UPDATE journal.entry SET sequence = 5 - sequence WHERE sequence IN (2, 3)",
                "10 | UPDATE journal.head SET hash = sha256('x')",
                "9 | UPDATE journal.head SET sequence = 9",
                "11 | UPDATE journal.head SET sequence = 11",
                "11 | INSERT INTO journal.entry SELECT 11, now(), 'a', 'b', kind, 'c', payload, hash "
                        + "FROM journal.entry WHERE sequence = 10"
            })
    void namesTheFirstEntryThatWasTamperedWith(long sequence, String tampering) {
        tamper(tampering);

        assertThat(audit.verify())
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.sequence()).isEqualTo(sequence));
    }

    @Test
    void knowsAgainAHashThatWasKeptElsewhere() {
        var kept = ((Intact) audit.verify()).hash();

        assertThat(audit.holds(Anchor.parse("10:" + kept))).isTrue();
        assertThat(audit.holds(Anchor.parse("9:" + kept))).isFalse();
    }

    @Test
    void cannotBeChangedInPassing() {
        for (var change : List.of("DELETE FROM journal.entry", "UPDATE journal.entry SET kind = ''")) {
            assertThatThrownBy(() -> database.sql(change).update()).hasMessageContaining("never changed");
        }
    }

    /// As somebody would who owns the database.
    private void tamper(String sql) {
        database.sql("ALTER TABLE journal.entry DISABLE TRIGGER ALL").update();
        if (sql.contains("5 - sequence")) { // swapping two keys needs a place in between
            database.sql("UPDATE journal.entry SET sequence = -sequence WHERE sequence IN (2, 3)")
                    .update();
            database.sql("UPDATE journal.entry SET sequence = 5 + sequence WHERE sequence IN (-2, -3)")
                    .update();
        } else {
            database.sql(sql).update();
        }
    }
}
