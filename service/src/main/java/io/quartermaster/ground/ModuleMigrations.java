package io.quartermaster.ground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Brings the database up to date: each module's folder of migrations, with a history of its own.
///
/// Modulith's own way is not used: it looks for the files of `books.stock` in a folder with a
/// dot, finds none, and leaves them out; and to learn which modules there are it reads all
/// classes at each start.
@Component
final class ModuleMigrations implements FlywayMigrationStrategy {

    private static final String FOLDER = "db/migration/";
    private static final int AT_A_TIME = 3;

    private final ResourcePatternResolver resources;

    ModuleMigrations(ResourcePatternResolver resources) {
        this.resources = resources;
    }

    /// Modules share no table, so several are brought up to date at a time.
    @Override
    public void migrate(Flyway flyway) {
        try (var workers = Executors.newFixedThreadPool(AT_A_TIME)) {
            var running = modules().stream()
                    .map(module -> workers.submit(() -> migrate(flyway, module)))
                    .toList();
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException fault) {
            throw fault.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(fault);
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the database was brought up to date.", fault);
        }
    }

    private static void migrate(Flyway flyway, String module) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .locations("classpath:" + FOLDER + module)
                .table("flyway_schema_history_" + module.replace('/', '.'))
                .baselineVersion("0")
                .baselineOnMigrate(true)
                .load()
                .migrate();
    }

    private Set<String> modules() {
        try {
            var modules = new TreeSet<String>();
            for (var resource : resources.getResources("classpath*:" + FOLDER + "**/V*.sql")) {
                var url = resource.getURL().toString();
                modules.add(url.substring(url.lastIndexOf(FOLDER) + FOLDER.length(), url.lastIndexOf('/')));
            }
            return modules;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
