package io.quartermaster.ground;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the house stands: `quartermaster.home`, `quartermaster.port`,
/// `quartermaster.database.*`, `quartermaster.clock.*`. Each may also come from the environment
/// (`QUARTERMASTER_DATABASE_URL`) or stand in the file `quartermaster.properties` in the home.
///
/// @param home the folder for all that Quartermaster keeps on this machine
/// @param port where it answers HTTP; 0 for any free one
@ConfigurationProperties("quartermaster")
record GroundSettings(
        @DefaultValue(".quartermaster") Path home,
        @DefaultValue("8080") int port,
        @DefaultValue Database database,
        @DefaultValue Clock clock) {

    private static final int PORT_MAX = 65_535;

    GroundSettings {
        require(port >= 0 && port <= PORT_MAX, "port", port, "0 to 65535");
    }

    /// Which database.
    ///
    /// @param url a JDBC address of PostgreSQL 15 or later; empty for the one that comes with us
    /// @param connections how many connections are held at most
    /// @param embeddedPort where the database that comes with us listens; 0 for any free port
    record Database(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password,
            @DefaultValue("24") int connections,
            @DefaultValue("0") int embeddedPort) {

        private static final int CONNECTIONS_MIN = 8;
        private static final int CONNECTIONS_MAX = 80;

        Database {
            require(
                    url.isEmpty() || url.startsWith("jdbc:postgresql:"),
                    "database.url",
                    url,
                    "jdbc:postgresql://host:port/name, or nothing for the database that comes with us");
            require(
                    connections >= CONNECTIONS_MIN && connections <= CONNECTIONS_MAX,
                    "database.connections",
                    connections,
                    "8 to 80");
            require(
                    embeddedPort >= 0 && embeddedPort <= PORT_MAX,
                    "database.embedded-port",
                    embeddedPort,
                    "0 to 65535");
        }
    }

    /// What time it is: the machine's own, unless a simulation wants another.
    ///
    /// @param start what our clock shows at `epoch`; none for the machine's own time
    /// @param epoch the real instant at which our clock shows `start`; none for when we started
    /// @param speed how many of our seconds pass in a real one
    record Clock(
            @Nullable Instant start,
            @Nullable Instant epoch,
            @DefaultValue("1") int speed) {

        private static final int SPEED_MAX = 100_000;

        Clock {
            require(speed >= 1 && speed <= SPEED_MAX, "clock.speed", speed, "1 to 100000");
            require(speed == 1 || start != null, "clock.speed", speed, "1, unless clock.start is set");
            require(epoch == null || start != null, "clock.epoch", epoch, "nothing, unless clock.start is set");
        }
    }

    private static void require(boolean allowed, String name, @Nullable Object value, String what) {
        if (!allowed) {
            throw new IllegalArgumentException(
                    "The setting quartermaster.%s (%s) must be %s.".formatted(name, value, what));
        }
    }
}
