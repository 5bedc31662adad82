package io.quartermaster.sandbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// Official definitions and recorded messages that lie beside the project, not in it.
public final class Shared {

    private Shared() {}

    /// A file; the test is skipped where it is absent.
    public static Path file(String name) {
        var folder = System.getenv().getOrDefault("QUARTERMASTER_SHARED", "../../shared");
        var file = Path.of(folder).resolve(name);
        var elsewhere = Path.of("../../../shared").resolve(name); // a work tree lies one folder deeper
        var found = Files.exists(file) ? file : elsewhere;
        assumeTrue(Files.exists(found), () -> "Skipped: %s is not on this machine.".formatted(file));
        return found;
    }

    public static byte[] bytes(String name) {
        try (InputStream stream = Files.newInputStream(file(name))) {
            return name.endsWith(".gz") ? new GZIPInputStream(stream).readAllBytes() : stream.readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
