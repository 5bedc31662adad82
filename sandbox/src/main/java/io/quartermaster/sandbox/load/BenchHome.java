package io.quartermaster.sandbox.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A home for a service that is measured: empty each time, so that no earlier run's work is
/// digested in this one's time. Only the unpacked PostgreSQL programs are kept.
public final class BenchHome {

    private static final Path ALL = Path.of(".quartermaster");

    private BenchHome() {}

    /// @param bench what is measured, one word
    public static Path fresh(String bench) throws IOException {
        var home = ALL.resolve("bench-" + bench);
        var kept = home.resolve("postgres/binaries");
        if (Files.exists(home)) {
            try (var files = Files.walk(home)) {
                files.filter(file -> !file.startsWith(kept) && !kept.startsWith(file))
                        .sorted(Comparator.reverseOrder())
                        .forEach(BenchHome::delete);
            }
        }
        return home;
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
