package io.quartermaster.intake;

import io.quartermaster.connectors.Connection;
import io.quartermaster.connectors.Connections;
import io.quartermaster.connectors.Fetched;
import io.quartermaster.connectors.PollRequest;
import io.quartermaster.connectors.Polled;
import io.quartermaster.connectors.Polled.Nothing;
import io.quartermaster.connectors.Polled.Page;
import io.quartermaster.connectors.Polled.TryLater;
import io.quartermaster.intake.ReconcileStore.Round;
import io.quartermaster.retail.ConnectionId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Asks platforms at intervals what changed, since messages get lost. The answers go into the
/// inbox and are translated like all others: what was heard already counts once, and what was
/// not is a hole made good.
@Component
class Reconciling implements Loop {

    /// What begins the delivery id of everything that was asked for here because a message of it may
    /// have got lost.
    static final String PREFIX = "reconciled/";

    private static final String UNTOLD_PREFIX = "asked/";

    private static final Logger LOG = LoggerFactory.getLogger(Reconciling.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration PAUSE_LONGEST = Duration.ofSeconds(10);
    private static final Duration RETRY_LONGEST = Duration.ofMinutes(15);
    private static final int INBOX_DEPTH_MAX = 20_000;
    private static final long LISTEN_MILLIS = 200;

    private final Connections connections;
    private final ReconcileStore rounds;
    private final InboxStore inbox;
    private final Bell bell;
    private final ReconcileSettings settings;
    private final Clock clock;
    private final Duration settle;
    private final Set<String> enrolled = new HashSet<>();

    /// @param speed how many seconds of the clock pass in a real one: a message travels in real time
    Reconciling(
            Connections connections,
            ReconcileStore rounds,
            InboxStore inbox,
            Bell bell,
            ReconcileSettings settings,
            Clock clock,
            @Value("${quartermaster.clock.speed:1}") int speed) {
        this.connections = connections;
        this.rounds = rounds;
        this.inbox = inbox;
        this.bell = bell;
        this.settings = settings;
        this.clock = clock;
        this.settle = settings.settle().multipliedBy(speed);
    }

    @Override
    public String title() {
        return "reconciling";
    }

    @Override
    public boolean turn() throws InterruptedException {
        enrol();
        var due = rounds.take(LEASE);
        if (due.isEmpty()) {
            Thread.sleep(LISTEN_MILLIS);
            return false;
        }
        run(due.getFirst());
        return false; // when the service stops, what is still due waits for its next start
    }

    private void enrol() {
        for (var connection : connections.all()) {
            for (var what : connections.connectorOf(connection).polls()) {
                if (!connection.token().isBlank()
                        && enrolled.add(connection.id().value() + "\n" + what)) {
                    rounds.enrol(connection.id(), what, settings.every());
                }
            }
        }
    }

    private void run(Round due) throws InterruptedException {
        var connection = connections.find(new ConnectionId(due.connection()));
        if (connection.isEmpty() || connection.get().token().isBlank()) {
            rounds.save(due.refused("The connection has no token to ask with."), settings.every());
            return;
        }
        var round = due.until() == null ? begun(due) : due;
        for (var page = 0; page < settings.pages(); page++) {
            if (inbox.depth(INBOX_DEPTH_MAX) >= INBOX_DEPTH_MAX) {
                rounds.save(round, PAUSE_LONGEST); // what came in is translated first
                return;
            }
            var next = ask(round, connection.get());
            if (next == null) {
                return;
            }
            round = next;
        }
        rounds.save(round, Duration.ZERO);
    }

    private Round begun(Round due) {
        var now = clock.instant();
        var furthest = now.minus(settings.lookBack());
        var until = now.minus(settle);
        var known = due.toldUntil();
        var since = known == null ? furthest : known.minus(settings.overlap());
        return due.over(since.isBefore(furthest) ? furthest : since, until);
    }

    /// Asks for one page.
    ///
    /// @return where to go on; null if this was the last, or there is no going on for now
    private @Nullable Round ask(Round round, Connection connection) throws InterruptedException {
        var until = Objects.requireNonNull(round.until());
        switch (poll(round, until, connection)) {
            case Page(var messages, var next, var pause) -> {
                write(connection, round.what(), messages);
                if (next.isEmpty()) {
                    rounds.save(round.done(until), settings.every());
                    return null;
                }
                var on = round.at(next);
                rounds.save(on, LEASE);
                Thread.sleep(pause.compareTo(PAUSE_LONGEST) > 0 ? PAUSE_LONGEST : pause);
                return on;
            }
            case TryLater(var delay, var why) -> {
                LOG.info("{} of {} are asked for again later: {}", round.what(), round.connection(), why);
                rounds.save(round.later(why), atMost(delay, RETRY_LONGEST));
            }
            case Nothing(var why) -> {
                LOG.warn("{} of {} cannot be asked for: {}", round.what(), round.connection(), why);
                rounds.save(round.refused(why), settings.every());
            }
        }
        return null;
    }

    private Polled poll(Round round, Instant until, Connection connection) {
        var since = Objects.requireNonNull(round.since());
        return connections
                .connectorOf(connection)
                .poll(new PollRequest(round.what(), since, until, round.cursor()), connection);
    }

    private void write(Connection connection, String what, List<Fetched.Part> parts) {
        if (parts.isEmpty()) {
            return;
        }
        var untold = connections.connectorOf(connection).onlyPolled().contains(what);
        var prefix = untold ? UNTOLD_PREFIX : PREFIX;
        inbox.write(parts.stream()
                .map(part -> arrival(connection.id(), prefix, part))
                .toList());
        bell.ring();
    }

    private Arrival arrival(ConnectionId connection, String prefix, Fetched.Part part) {
        var body = part.body().getBytes(StandardCharsets.UTF_8);
        CardMask.hide(body);
        var correlation = Correlations.at(clock.millis());
        return new Arrival(connection, prefix + part.delivery(), part.topic(), correlation, body);
    }

    private static Duration atMost(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? other : one;
    }
}
