package io.quartermaster;

import io.quartermaster.ground.Database;
import io.quartermaster.ground.Durability;
import io.quartermaster.ground.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;

/// A PostgreSQL for tests: one server a JVM, and a database of its own for whoever asks.
///
/// ```java
/// private final DataSource database = TestDatabase.fresh();
/// ```
public final class TestDatabase {

    private static final String TEMPLATE = "template_migrated";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"), "quartermaster-tests");

    private TestDatabase() {}

    /// A new database with the tables of all modules, and nothing in them.
    public static DataSource fresh() {
        return dataSource(freshAccess());
    }

    /// Likewise, by its address: for a whole application.
    public static Database.Access freshAccess() {
        Migrated.once();
        return create(TEMPLATE);
    }

    /// A new database with nothing at all in it.
    public static Database.Access empty() {
        return create("template1");
    }

    /// A new server whose commits survive a power cut, as in a shop; the caller closes it.
    public static EmbeddedPostgres durable(Path folder) {
        return EmbeddedPostgres.start(folder, FOLDER.resolve("binaries"), 0, Durability.DURABLE);
    }

    public static DataSource dataSource(Database.Access access) {
        var source = new PGSimpleDataSource();
        source.setUrl(access.url());
        source.setUser(access.user());
        source.setPassword(access.password());
        return source;
    }

    /// Gives a service that a test starts an empty database of its own.
    public static void empty(DynamicPropertyRegistry settings) {
        var access = empty();
        settings.add("quartermaster.database.url", access::url);
        settings.add("quartermaster.database.user", access::user);
        settings.add("quartermaster.database.password", access::password);
    }

    /// Brings a database up to date as the application does: a history table for each module.
    public static void migrate(DataSource database) {
        for (var module : modules()) {
            Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:db/migration/" + module)
                    .table("flyway_schema_history_" + module.replace('/', '.'))
                    .baselineVersion("0")
                    .baselineOnMigrate(true)
                    .load()
                    .migrate();
        }
    }

    private static TreeSet<String> modules() {
        try {
            var folders = new TreeSet<String>();
            var pattern = "classpath*:db/migration/**/V*.sql";
            for (var resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                var url = resource.getURL().toString();
                var start = url.lastIndexOf("db/migration/") + "db/migration/".length();
                folders.add(url.substring(start, url.lastIndexOf('/')));
            }
            return folders;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Database.Access create(String template) {
        var name = "test_%d".formatted(COUNT.incrementAndGet());
        synchronized (TestDatabase.class) { // a template must not be read twice at a time
            JdbcClient.create(dataSource(Server.RUNNING.access()))
                    .sql("CREATE DATABASE %s TEMPLATE %s".formatted(name, template))
                    .update();
        }
        return Server.RUNNING.access(name);
    }

    private static final class Server {

        private static final Duration FAREWELL = Duration.ofSeconds(30);
        private static final Duration PAUSE = Duration.ofMillis(100);

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                Files.createDirectories(FOLDER);
                var folder = Files.createTempDirectory(FOLDER, "server-");
                var server = EmbeddedPostgres.start(folder, FOLDER.resolve("binaries"), 0, Durability.FORGETFUL);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
                return server;
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }

        /// Applications of the tests end at the same time: they should find their database until then.
        private static void stop(EmbeddedPostgres server, Path folder) {
            var client = JdbcClient.create(dataSource(server.access()));
            var deadline = System.nanoTime() + FAREWELL.toNanos();
            while (System.nanoTime() < deadline
                    && client.sql("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'quartermaster'")
                                    .query(Long.class)
                                    .single()
                            > 0) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            server.close();
            try (var paths = Files.walk(folder)) {
                paths.sorted(java.util.Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }

    private static final class Migrated {

        static final boolean DONE = make();

        static void once() {
            if (!DONE) {
                throw new IllegalStateException("The template was not made.");
            }
        }

        private static boolean make() {
            JdbcClient.create(dataSource(Server.RUNNING.access()))
                    .sql("CREATE DATABASE " + TEMPLATE)
                    .update();
            migrate(dataSource(Server.RUNNING.access(TEMPLATE)));
            return true;
        }
    }
}
