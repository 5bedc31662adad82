package io.quartermaster.journal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quartermaster.journal.FollowerLoop.Parts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs every follower there is, each in a loop of its own, so that one that is slow or has
/// stopped holds up no other.
@Component
final class Followers implements FollowerStates, SmartLifecycle {

    private static final long FAREWELL_MILLIS = 20_000;

    private final Journal journal;
    private final BookmarkStore bookmarks;
    private final Clock clock;
    private final List<FollowerLoop> loops;
    private final List<Thread> threads = new ArrayList<>();

    Followers(
            PostgresJournal journal,
            DataSource database,
            PlatformTransactionManager transactions,
            Clock clock,
            JournalSettings settings,
            List<Follower> followers,
            MeterRegistry meters) {
        this.journal = journal;
        this.bookmarks = new BookmarkStore(JdbcClient.create(database));
        this.clock = clock;
        var parts = new Parts(bookmarks, new TransactionTemplate(transactions), clock, settings);
        this.loops = followers.stream()
                .map(follower -> new FollowerLoop(follower, journal, parts))
                .toList();
        requireDistinctIds();
        journal.onAppend(() -> loops.forEach(FollowerLoop::wake));
        followers.forEach(follower -> Gauge.builder("quartermaster.follower.lag", this, it -> it.lag(follower.id()))
                .description("How many entries the follower is behind the newest.")
                .tag("follower", follower.id())
                .register(meters));
    }

    @Override
    public List<FollowerState> all() {
        var head = journal.head();
        var places = bookmarks.all();
        return loops.stream()
                .map(loop -> {
                    var place = places.getOrDefault(loop.id(), 0L);
                    var progress = loop.progress();
                    return new FollowerState(
                            loop.id(),
                            place,
                            Math.max(0, head - place),
                            progress.status(),
                            progress.error(),
                            progress.stoppedAt());
                })
                .toList();
    }

    @Override
    public synchronized void start() {
        for (var loop : loops) {
            bookmarks.lay(loop.id(), clock.instant());
            threads.add(
                    Thread.ofPlatform().name("follower-" + loop.id()).daemon().start(loop));
        }
    }

    @Override
    public synchronized void stop() {
        loops.forEach(FollowerLoop::end);
        try {
            for (var thread : threads) {
                thread.join(FAREWELL_MILLIS);
            }
        } catch (InterruptedException fault) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }

    private double lag(String follower) {
        return all().stream()
                .filter(state -> state.id().equals(follower))
                .mapToDouble(FollowerState::lag)
                .findFirst()
                .orElse(0);
    }

    private void requireDistinctIds() {
        var counts = loops.stream().collect(Collectors.groupingBy(FollowerLoop::id, Collectors.counting()));
        counts.forEach((id, count) -> {
            if (count > 1) {
                throw new IllegalStateException("The follower id (%s) is taken %d times.".formatted(id, count));
            }
        });
    }
}
