package io.quartermaster.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs PostgreSQL's own programs, as somebody who is not root: PostgreSQL insists on that.
///
/// @param binaries the folder that holds `bin/`
/// @param data the folder of the database's files
/// @param prefix what makes root somebody else; empty when we are not root
record PostgresPrograms(Path binaries, Path data, List<String> prefix) {

    private static final long PATIENCE_SECONDS = 180;
    private static final int ROOT = 0;
    private static final int NOBODY = 65_534;

    /// @param folder that holds all of the server's files
    static PostgresPrograms in(Path folder, Path binaries) {
        return new PostgresPrograms(binaries, folder.resolve("data"), prefix(folder));
    }

    void initialise(Path fresh, Path passwordFile) {
        run(
                "initdb",
                List.of(
                        "--pgdata=" + fresh,
                        "--username=" + EmbeddedPostgres.USER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--data-checksums",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C"));
    }

    void start() {
        run(
                "pg_ctl",
                List.of(
                        "start",
                        "-w",
                        "-t",
                        "120",
                        "-D",
                        data.toString(),
                        "-l",
                        data.resolveSibling("start.log").toString()));
    }

    void stop() {
        run("pg_ctl", List.of("stop", "-w", "-t", "120", "-m", "fast", "-D", data.toString()));
    }

    private void run(String program, List<String> arguments) {
        var command = new ArrayList<>(prefix);
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        var said = data.resolveSibling("%s.log".formatted(program));
        var end = run(command, said);
        if (end != 0) {
            throw new IllegalStateException("""
                    PostgreSQL's %s ended with %d: %s
                    Maybe %s and the folder log beside it say why.""".formatted(program, end, tail(said), said));
        }
    }

    private static int run(List<String> command, Path said) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "The command (%s) did not end within %d s.".formatted(command, PATIENCE_SECONDS));
            }
            return process.exitValue();
        } catch (IOException fault) {
            throw new UncheckedIOException("The command (%s) cannot be run.".formatted(command), fault);
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running %s.".formatted(command), fault);
        }
    }

    private static List<String> prefix(Path folder) {
        if (!isRoot()) {
            return List.of();
        }
        var probe = folder.resolve("probe.log");
        if (works(List.of("unshare", "-U", "true"), probe)) {
            return List.of("unshare", "-U");
        }
        var nobody = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        var test = new ArrayList<>(nobody);
        test.addAll(List.of("ls", folder.toString()));
        if (works(List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()), probe) && works(test, probe)) {
            return nobody;
        }
        throw new IllegalStateException("""
                PostgreSQL does not run as root, and nobody else may use the folder %s.
                Maybe run Quartermaster as another user, or choose a QUARTERMASTER_HOME that all may enter, \
                or name a database by QUARTERMASTER_DATABASE_URL.""".formatted(folder));
    }

    private static boolean works(List<String> command, Path said) {
        try {
            return run(command, said) == 0;
        } catch (UncheckedIOException missing) {
            return false;
        }
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid && uid == ROOT;
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static String tail(Path said) {
        try {
            var text = Files.readString(said).strip();
            return text.substring(Math.max(0, text.length() - 500));
        } catch (IOException fault) {
            return "(it said nothing)";
        }
    }
}
