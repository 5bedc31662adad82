package io.quartermaster.ground;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// The programs of the PostgreSQL that comes with us, unpacked once a version.
final class PostgresBinaries {

    private static final int EXECUTABLE = 0b001_000_000;

    private PostgresBinaries() {}

    /// The folder that holds `bin/`, `lib/` and `share/`; unpacks them there if need be.
    static Path in(Path folder) {
        var archive = "/postgres-linux-%s.txz".formatted(architecture());
        var resource = PostgresBinaries.class.getResource(archive);
        if (resource == null) {
            throw new IllegalStateException("""
                    No PostgreSQL for this machine (%s) comes with us.
                    Maybe run one yourself, and name it by QUARTERMASTER_DATABASE_URL.""".formatted(archive));
        }
        try (var packed = resource.openStream()) {
            // Another release has another length: it gets a folder of its own.
            var home = folder.resolve("postgres-" + resource.openConnection().getContentLengthLong());
            if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                unpack(packed, home);
            }
            return home;
        } catch (IOException fault) {
            throw new UncheckedIOException(
                    "The PostgreSQL programs cannot be unpacked to %s.".formatted(folder), fault);
        }
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other.equals("amd64") ? "x86_64" : other;
        };
    }

    private static void unpack(InputStream packed, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        var fresh = Files.createTempDirectory(home.getParent(), "unpacking-");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, fresh);
            }
        }
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException another) {
            Folders.delete(fresh); // another process was quicker, and its copy is as good
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        var target = root.resolve(entry.getName()).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("The entry (%s) leaves the archive.".formatted(entry.getName()));
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            var executable = (entry.getMode() & EXECUTABLE) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
