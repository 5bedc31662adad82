package io.quartermaster.ground;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The running database server, as its `postmaster.pid` tells of it.
record Postmaster(long process, int port) {

    private static final int PROCESS_LINE = 0;
    private static final int PORT_LINE = 3;

    /// The server that runs on these files; empty if none does. What a server that was killed left
    /// behind is swept away: another process may bear its number now.
    static Optional<Postmaster> of(Path data) {
        var file = data.resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var lines = Files.readAllLines(file);
            if (lines.size() <= PORT_LINE) {
                return Optional.empty(); // it is being written
            }
            var found = new Postmaster(
                    Long.parseLong(lines.get(PROCESS_LINE).strip()),
                    Integer.parseInt(lines.get(PORT_LINE).strip()));
            if (found.runs()) {
                return Optional.of(found);
            }
            Files.deleteIfExists(file);
            return Optional.empty();
        } catch (IOException | NumberFormatException fault) {
            throw new IllegalStateException("The file (%s) cannot be read.".formatted(file), fault);
        }
    }

    private boolean runs() {
        return ProcessHandle.of(process)
                .filter(ProcessHandle::isAlive)
                .filter(handle ->
                        handle.info().command().map(Postmaster::isPostgres).orElse(true))
                .isPresent();
    }

    private static boolean isPostgres(String command) {
        return Path.of(command).endsWith("postgres");
    }
}
