package io.quartermaster.journal;

import static io.quartermaster.journal.SampleEvents.draft;
import static io.quartermaster.journal.SampleEvents.moved;
import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.Quartermaster;
import io.quartermaster.TestDatabase;
import io.quartermaster.ground.CommandLine;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The command as a person calls it.
class AuditCommandTests {

    @TempDir
    Path home;

    private final io.quartermaster.ground.Database.Access access = TestDatabase.freshAccess();

    @Test
    void provesTheJournalAndThenFindsWhatWasChanged() {
        try (var journal = PostgresJournalTests.open(TestDatabase.dataSource(access))) {
            journal.append(List.of(draft("c", moved("k-1")), draft("c", moved("k-2"))));
        }
        assertThat(call("audit", "verify")).startsWith("0: OK: all 2 entries are as they were written");

        var database = JdbcClient.create(TestDatabase.dataSource(access));
        database.sql("ALTER TABLE journal.entry DISABLE TRIGGER ALL").update();
        database.sql("UPDATE journal.entry SET kind = 'StockCounted' WHERE sequence = 2")
                .update();

        assertThat(call("audit", "verify")).startsWith("1: BROKEN at entry 2: it does not say what it said");
    }

    @Test
    void saysWhatItKnowsWhenItDoesNotUnderstand() {
        assertThat(call("adit"))
                .startsWith("2: Quartermaster knows: run (the usual),")
                .contains("audit");
        assertThat(call("audit", "everything")).startsWith("2: quartermaster audit verify");
    }

    private String call(String... words) {
        var arguments = new ArrayList<>(List.of(words));
        arguments.add("--quartermaster.home=" + home);
        arguments.add("--quartermaster.database.url=" + access.url());
        arguments.add("--quartermaster.database.user=" + access.user());
        arguments.add("--quartermaster.database.password=" + access.password());
        var said = new ByteArrayOutputStream();
        var asked = CommandLine.of(arguments.toArray(String[]::new));
        var code = asked.perform(
                asked.word().equals("audit") ? AuditApplication.class : Quartermaster.class,
                new PrintStream(said, true, StandardCharsets.UTF_8));
        return code + ": " + said.toString(StandardCharsets.UTF_8);
    }
}
