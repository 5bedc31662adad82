package io.quartermaster.connectors;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// Official definitions and recorded messages that lie beside the project and are not part of it.
public final class Shared {

    private Shared() {}

    /// A file there; a test that needs it is skipped where it is absent.
    public static Path file(String name) {
        var folder = Objects.requireNonNullElse(System.getenv("QUARTERMASTER_SHARED"), "../../../shared");
        var file = Path.of(folder).resolve(name);
        var found = Files.exists(file) ? file : Path.of("../../shared").resolve(name);
        assumeTrue(Files.exists(found), () -> "skipped: there is no %s here".formatted(found));
        return found;
    }

    public static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
