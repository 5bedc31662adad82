package io.quartermaster.shop;

import io.quartermaster.Quartermaster;
import io.quartermaster.TestDatabase;
import io.quartermaster.approvals.Approvals;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.stock.Stock;
import io.quartermaster.connectors.Connections;
import io.quartermaster.dispatch.Dispatch;
import io.quartermaster.ground.Database;
import io.quartermaster.intake.ConnectionHealth;
import io.quartermaster.intake.Intake;
import io.quartermaster.journal.FollowerStates;
import io.quartermaster.journal.Journal;
import io.quartermaster.retail.RetailEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/// A running service in this JVM, on a port of its own, by a clock that the test moves.
final class ServiceInATest implements AutoCloseable {

    static final String KEY = "qm_for_tests_only_0123456789";

    private static final long PAUSE_NANOS = 25_000_000;
    private static final int LOOKS_MAX = 4_000;
    private static final int ENTRIES_AT_ONCE = 5_000;

    private final ConfigurableApplicationContext context;

    private ServiceInATest(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static ServiceInATest start(
            int port, Path home, Database.Access database, Clock clock, Map<String, String> settings) {
        var all = new HashMap<String, Object>(settings);
        all.put("server.port", port);
        all.put("quartermaster.home", home.toString());
        all.put("quartermaster.database.url", database.url());
        all.put("quartermaster.database.user", database.user());
        all.put("quartermaster.database.password", database.password());
        all.put("quartermaster.bootstrap.api-key", KEY);
        var arguments = all.entrySet().stream()
                .map(one -> "--%s=%s".formatted(one.getKey(), one.getValue()))
                .toArray(String[]::new);
        return new ServiceInATest(new SpringApplicationBuilder(Quartermaster.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("clockOfTheTest", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(arguments));
    }

    static Database.Access database() {
        return TestDatabase.empty();
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    <T> T a(Class<T> bean) {
        return context.getBean(bean);
    }

    Journal journal() {
        return a(Journal.class);
    }

    Stock stock() {
        return a(Stock.class);
    }

    Catalog catalog() {
        return a(Catalog.class);
    }

    Approvals approvals() {
        return a(Approvals.class);
    }

    Dispatch dispatch() {
        return a(Dispatch.class);
    }

    Intake intake() {
        return a(Intake.class);
    }

    /// Until all that came in is in all books.
    void awaitQuiet() {
        await(this::isQuiet);
    }

    /// Until all that was told is in all books; what must still be fetched may wait for a platform
    /// that is down.
    void awaitRead() {
        await(this::isRead);
    }

    /// Counts looks, not time: a machine that is stopped for a while is not the service's fault.
    private void await(BooleanSupplier wanted) {
        for (var look = 0; look < LOOKS_MAX; look++) {
            if (wanted.getAsBoolean()) {
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IllegalStateException("The service does not come to rest: %s, %s"
                .formatted(intake().status(), a(FollowerStates.class).all()));
    }

    private boolean isQuiet() {
        return intake().status().toFetch() == 0 && isRead();
    }

    private boolean isRead() {
        return intake().status().depth() == 0
                && a(FollowerStates.class).all().stream().allMatch(state -> state.lag() == 0);
    }

    /// Has all platforms asked what changed, and waits for the books.
    void reconcile() {
        var now = a(Clock.class).instant();
        for (var connection : a(Connections.class).all()) {
            intake().reconcile(connection.id());
        }
        await(() -> asked().stream()
                .allMatch(health ->
                        health.complete() != null && !health.complete().isBefore(now)));
        awaitQuiet();
    }

    /// Until nothing that was approved is under way.
    void awaitDispatched() {
        await(() -> dispatch().depth() == 0);
    }

    /// The connections that can be asked.
    List<ConnectionHealth> asked() {
        return intake().connections().stream()
                .filter(health -> List.of("shopify", "square").contains(health.platform()))
                .toList();
    }

    List<RetailEvent> events() {
        var events = new ArrayList<RetailEvent>();
        for (var after = 0L; after < journal().head(); after = events.size()) {
            journal().read(after, ENTRIES_AT_ONCE).forEach(entry -> events.add(entry.event()));
        }
        return events;
    }

    Instant now() {
        return a(Clock.class).instant();
    }

    @Override
    public void close() {
        context.close();
    }
}
