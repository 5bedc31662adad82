package io.quartermaster.ground;

import static org.assertj.core.api.Assertions.assertThat;

import io.quartermaster.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedPostgresTests {

    @TempDir
    Path folder;

    @Test
    void keepsWhatWasWrittenWhenItStopsAndStartsAgain() {
        try (var first = TestDatabase.durable(folder)) {
            write(first, "kept");
        }
        try (var second = TestDatabase.durable(folder)) {
            assertThat(read(second)).isEqualTo("kept");
        }
    }

    @Test
    void survivesThatItsServerIsKilled() throws IOException {
        try (var first = TestDatabase.durable(folder)) {
            write(first, "committed");
            killTheServer();
        }
        try (var second = TestDatabase.durable(folder)) {
            assertThat(read(second)).isEqualTo("committed");
        }
    }

    /// As after the service itself was killed: its server still runs, and nobody stopped it.
    @Test
    void findsAServerThatStillRuns() {
        var owner = TestDatabase.durable(folder);
        try (var guest = TestDatabase.durable(folder)) {
            write(guest, "shared");
        } // a guest does not stop it
        assertThat(read(owner)).isEqualTo("shared");
        owner.close();
    }

    /// After a restart of the machine another process may bear the number of the server that was.
    @Test
    void isNotFooledByTheNumberOfAnotherProcess() throws IOException {
        TestDatabase.durable(folder).close();
        var ours = ProcessHandle.current().pid();
        Files.writeString(
                folder.resolve("data/postmaster.pid"),
                "%d\n%s\n1\n5432\n\n127.0.0.1\n1 1\nready\n".formatted(ours, folder.resolve("data")));

        try (var server = TestDatabase.durable(folder)) {
            write(server, "here");
            assertThat(read(server)).isEqualTo("here");
        }
    }

    @Test
    void makesCommitsThatSurviveAPowerCutAndLetsNobodyInWithoutThePassword() throws IOException {
        try (var server = TestDatabase.durable(folder)) {
            for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"}) {
                assertThat(client(server)
                                .sql("SHOW " + setting)
                                .query(String.class)
                                .single())
                        .as(setting)
                        .isEqualTo("on");
            }
            var rules = client(server)
                    .sql("SELECT DISTINCT auth_method FROM pg_hba_file_rules")
                    .query(String.class)
                    .list();
            assertThat(rules).containsExactly("scram-sha-256");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                .isEqualTo("rw-------");
    }

    private void killTheServer() throws IOException {
        var process = Long.parseLong(
                Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst());
        ProcessHandle.of(process).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static void write(EmbeddedPostgres server, String text) {
        client(server)
                .sql("CREATE TABLE note AS SELECT '%s' AS text".formatted(text))
                .update();
    }

    private static String read(EmbeddedPostgres server) {
        return client(server).sql("SELECT text FROM note").query(String.class).single();
    }

    private static JdbcClient client(EmbeddedPostgres server) {
        return JdbcClient.create(TestDatabase.dataSource(server.access()));
    }
}
