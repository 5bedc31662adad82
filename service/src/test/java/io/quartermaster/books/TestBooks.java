package io.quartermaster.books;

import com.zaxxer.hikari.HikariDataSource;
import io.quartermaster.TestDatabase;
import io.quartermaster.books.catalog.Catalog;
import io.quartermaster.books.purchasing.Purchasing;
import io.quartermaster.books.sales.Sales;
import io.quartermaster.books.stock.Stock;
import io.quartermaster.books.suppliers.Suppliers;
import io.quartermaster.journal.Draft;
import io.quartermaster.journal.Follower;
import io.quartermaster.journal.InMemoryJournal;
import io.quartermaster.journal.Journal;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.RetailEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// All five books on a database of their own, following a journal in memory.
public final class TestBooks implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private static final int DRAFTS_MAX = 500;
    private static final int CONNECTIONS_MAX = 6;

    private final HikariDataSource database = pooled();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final InMemoryJournal journal = new InMemoryJournal(clock);
    private final DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Map<String, Long> bookmarks = new HashMap<>();

    @ComponentScan("io.quartermaster.books")
    @EnableConfigurationProperties
    static class All {}

    private static HikariDataSource pooled() {
        var pool = new HikariDataSource();
        pool.setDataSource(TestDatabase.fresh());
        pool.setMaximumPoolSize(CONNECTIONS_MAX);
        return pool;
    }

    public TestBooks() {
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(PlatformTransactionManager.class, () -> transactions);
        context.registerBean(Journal.class, () -> journal);
        context.registerBean(Clock.class, () -> clock);
        context.register(All.class);
        context.refresh();
    }

    public Catalog catalog() {
        return context.getBean(Catalog.class);
    }

    public Stock stock() {
        return context.getBean(Stock.class);
    }

    public Sales sales() {
        return context.getBean(Sales.class);
    }

    public Suppliers suppliers() {
        return context.getBean(Suppliers.class);
    }

    public Purchasing purchasing() {
        return context.getBean(Purchasing.class);
    }

    public JdbcClient sql() {
        return JdbcClient.create(database);
    }

    public InMemoryJournal journal() {
        return journal;
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    /// Records events, and lets every book read them.
    public TestBooks tell(RetailEvent... events) {
        return deliver(List.of(events), new Random(1), DRAFTS_MAX);
    }

    /// Records events in this order, and lets the books read on in batches of random size, now one
    /// book ahead and now another.
    public TestBooks deliver(List<? extends RetailEvent> events, Random random, int batchMax) {
        for (int from = 0; from < events.size(); from += DRAFTS_MAX) {
            record(events.subList(from, Math.min(events.size(), from + DRAFTS_MAX)));
        }
        catchUp(random, batchMax);
        return this;
    }

    /// Records events, and leaves them unread.
    public void record(List<? extends RetailEvent> events) {
        journal.append(events.stream().map(TestBooks::draft).toList());
    }

    public void catchUp(Random random, int batchMax) {
        var behind = new ArrayList<>(context.getBeansOfType(Follower.class).values());
        while (!behind.isEmpty()) {
            var follower = behind.get(random.nextInt(behind.size()));
            var after = bookmarks.getOrDefault(follower.id(), 0L);
            var entries = journal.read(after, 1 + random.nextInt(batchMax));
            if (entries.isEmpty()) {
                behind.remove(follower);
            } else {
                transaction().executeWithoutResult(_ -> follower.follow(entries));
                bookmarks.put(follower.id(), entries.getLast().sequence());
                follower.committed();
                behind.clear();
                behind.addAll(context.getBeansOfType(Follower.class).values());
            }
        }
    }

    public List<Follower> followers() {
        return List.copyOf(context.getBeansOfType(Follower.class).values());
    }

    private static Draft draft(RetailEvent event) {
        return new Draft(new CorrelationId("c-" + event.origin().sourceKey()), event);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
