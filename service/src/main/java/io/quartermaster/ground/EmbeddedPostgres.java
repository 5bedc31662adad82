package io.quartermaster.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The PostgreSQL that comes with us, for a shop that has none: its files stand in a folder,
/// and a server runs on them that answers on this machine only.
///
/// It outlives us when we are killed, and is found again at the next start. Of several
/// processes on one folder the first stops the server when it goes; the others are guests.
public final class EmbeddedPostgres implements Database {

    static final String USER = "quartermaster";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String DATABASE = "quartermaster";
    private static final int PASSWORD_BYTES = 24;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final PostgresPrograms programs;
    private final @Nullable FolderLock lock;
    private final Access access;

    private EmbeddedPostgres(PostgresPrograms programs, @Nullable FolderLock lock, Access access) {
        this.programs = programs;
        this.lock = lock;
        this.access = access;
    }

    /// Starts the server, or finds it running, and makes the database if it is not there.
    ///
    /// @param folder where its files stand
    /// @param binaries where its programs are unpacked; several servers may share them
    /// @param port where it listens on this machine; 0 for any free port
    public static EmbeddedPostgres start(Path folder, Path binaries, int port, Durability durability) {
        Folders.make(folder, "rwx--x--x");
        var lock = FolderLock.tryTake(folder.resolve("owner.lock"));
        var home = PostgresBinaries.in(binaries);
        var programs = PostgresPrograms.in(folder, home);
        var password = password(folder.resolve("password"));
        if (lock != null) {
            initialise(programs, folder);
        }
        var started = lock == null ? await(programs, password) : run(programs, password, port, durability);
        return new EmbeddedPostgres(programs, lock, started);
    }

    @Override
    public Access access() {
        return access;
    }

    /// The way into another database of the same server.
    public Access access(String database) {
        return new Access(
                access.url().substring(0, access.url().lastIndexOf('/') + 1) + database,
                access.user(),
                access.password());
    }

    @Override
    public void close() {
        if (lock == null) {
            return;
        }
        try (lock) {
            if (Postmaster.of(programs.data()).isPresent()) {
                programs.stop();
            }
        } catch (IllegalStateException fault) {
            LOG.warn("The database could not be stopped; the next start will find it running.", fault);
        }
    }

    private static void initialise(PostgresPrograms programs, Path folder) {
        if (Files.exists(programs.data())) {
            return;
        }
        try {
            var fresh = folder.resolve("data.new"); // what a killed first start leaves must not be taken for a database
            if (Files.exists(fresh)) {
                Folders.delete(fresh);
            }
            LOG.info("Making a database in {}", programs.data());
            programs.initialise(fresh, folder.resolve("password"));
            Files.move(fresh, programs.data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException fault) {
            throw new UncheckedIOException("The database cannot be made in %s.".formatted(folder), fault);
        }
    }

    /// Starts the server if it does not run. One that was killed may linger for a moment, or be on
    /// its way down: we ask again until it is gone or answers.
    private static Access run(PostgresPrograms programs, String password, int port, Durability durability) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                if (Postmaster.of(programs.data()).isEmpty()) {
                    configure(programs.data(), port, durability);
                    programs.start();
                }
                return reach(programs, password);
            } catch (IllegalStateException | SQLException fault) {
                pause(deadline, fault);
            }
        }
    }

    private static Access await(PostgresPrograms programs, String password) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return reach(programs, password);
            } catch (IllegalStateException | SQLException fault) {
                pause(deadline, fault);
            }
        }
    }

    private static Access reach(PostgresPrograms programs, String password) throws SQLException {
        var port = Postmaster.of(programs.data())
                .map(Postmaster::port)
                .orElseThrow(() -> new IllegalStateException("No server runs on %s.".formatted(programs.data())));
        var server = "jdbc:postgresql://127.0.0.1:%d/".formatted(port);
        try (var connection = DriverManager.getConnection(server + "postgres", USER, password)) {
            makeDatabase(connection);
        }
        return new Access(server + DATABASE, USER, password);
    }

    private static void makeDatabase(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found =
                        statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '%s'".formatted(DATABASE))) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    private static void configure(Path data, int port, Durability durability) {
        try {
            Files.writeString(data.resolve("postgresql.conf"), durability.configuration(port == 0 ? freePort() : port));
        } catch (IOException fault) {
            throw new UncheckedIOException("The file postgresql.conf cannot be written in %s.".formatted(data), fault);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String password(Path file) {
        try {
            if (!Files.exists(file)) {
                var bytes = new byte[PASSWORD_BYTES];
                new SecureRandom().nextBytes(bytes);
                Folders.writeSecret(
                        file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            }
            return Files.readString(file).strip();
        } catch (IOException fault) {
            throw new UncheckedIOException("The password file (%s) cannot be read or made.".formatted(file), fault);
        }
    }

    private static void pause(long deadline, Exception fault) {
        if (System.nanoTime() > deadline) {
            throw new IllegalStateException(
                    "The database did not start within %d s.".formatted(PATIENCE.toSeconds()), fault);
        }
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the database was starting.", interrupted);
        }
    }
}
