package io.quartermaster.ground;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.quartermaster.ground.Database.Access;
import java.time.Clock;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Lays the ground: the one clock, and the one database.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GroundSettings.class)
public class Ground {

    private static final Logger LOG = LoggerFactory.getLogger(Ground.class);
    private static final long CONNECTION_WAIT_MILLIS = 10_000;

    @Bean
    Clock clock(GroundSettings settings) {
        var real = Clock.systemUTC();
        var wanted = settings.clock();
        if (wanted.start() == null) {
            return real;
        }
        var epoch = Objects.requireNonNullElseGet(wanted.epoch(), real::instant);
        var scaled = new ScaledClock(real, wanted.start(), epoch, wanted.speed());
        LOG.warn("The clock is not the world's: {}", scaled);
        return scaled;
    }

    /// It is closed after all that uses it: beans go in the reverse order of their making.
    @Bean(destroyMethod = "close")
    Database database(GroundSettings settings) {
        var wanted = settings.database();
        if (!wanted.url().isEmpty()) {
            return new Database.Outer(new Access(wanted.url(), wanted.user(), wanted.password()));
        }
        var folder = settings.home().toAbsolutePath().normalize().resolve("postgres");
        return EmbeddedPostgres.start(folder, folder.resolve("binaries"), wanted.embeddedPort(), Durability.DURABLE);
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Database database, GroundSettings settings) {
        var access = database.access();
        var pool = new HikariConfig();
        pool.setPoolName("database");
        pool.setJdbcUrl(access.url());
        if (!access.user().isEmpty()) {
            pool.setUsername(access.user());
            pool.setPassword(access.password());
        }
        pool.setMaximumPoolSize(settings.database().connections());
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(CONNECTION_WAIT_MILLIS);
        pool.addDataSourceProperty("ApplicationName", "quartermaster");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(pool);
    }
}
