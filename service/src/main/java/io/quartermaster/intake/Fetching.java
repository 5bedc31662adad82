package io.quartermaster.intake;

import io.quartermaster.connectors.Connections;
import io.quartermaster.connectors.Fetched;
import io.quartermaster.connectors.Fetched.Answer;
import io.quartermaster.connectors.Fetched.Nothing;
import io.quartermaster.connectors.Fetched.TryLater;
import io.quartermaster.intake.ErrandStore.Errand;
import io.quartermaster.intake.TallyStore.Ending;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.CorrelationId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/// Asks platforms for what their messages only pointed at. The answers go into the inbox and are
/// translated like all others.
@Component
class Fetching implements Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
    private static final int BATCH_MAX = 20;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration PAUSE_SHORTEST = Duration.ofSeconds(1);
    private static final int DOUBLINGS_MAX = 9;
    private static final long LISTEN_MILLIS = 100;

    private final ErrandStore errands;
    private final InboxStore inbox;
    private final TallyStore tally;
    private final Connections connections;
    private final Bell bell;
    private final int triesMax;

    Fetching(
            ErrandStore errands,
            InboxStore inbox,
            TallyStore tally,
            Connections connections,
            Bell bell,
            IntakeSettings settings) {
        this.errands = errands;
        this.inbox = inbox;
        this.tally = tally;
        this.connections = connections;
        this.bell = bell;
        this.triesMax = settings.fetchTries();
    }

    @Override
    public String title() {
        return "fetching";
    }

    @Override
    public boolean turn() throws InterruptedException {
        var due = errands.take(BATCH_MAX, LEASE);
        due.forEach(this::run);
        if (due.isEmpty()) {
            Thread.sleep(LISTEN_MILLIS);
        }
        return !due.isEmpty();
    }

    private void run(Errand errand) {
        try (var _ = MDC.putCloseable("correlation", errand.correlation())) {
            switch (ask(errand)) {
                case Answer(var parts) -> {
                    write(errand, parts);
                    errands.done(errand);
                }
                case Nothing(var why) -> giveUp(errand, "nothing fetched", why);
                case TryLater(var delay, var why) -> later(errand, delay, why);
            }
        }
    }

    private Fetched ask(Errand errand) {
        var connection = connections.find(new ConnectionId(errand.connection()));
        if (connection.isEmpty()) {
            return new Nothing("The connection %s is not set up any more.".formatted(errand.connection()));
        }
        return connections.connectorOf(connection.get()).fetch(errand.request(), connection.get());
    }

    /// Written before the errand is done: after a crash it is asked again, and written down once.
    private void write(Errand errand, List<Fetched.Part> parts) {
        if (parts.isEmpty()) {
            return;
        }
        inbox.write(parts.stream()
                .map(part -> new Arrival(
                        new ConnectionId(errand.connection()),
                        part.delivery(),
                        part.topic(),
                        new CorrelationId(errand.correlation()),
                        masked(part)))
                .toList());
        bell.ring();
    }

    private static byte[] masked(Fetched.Part part) {
        var body = part.body().getBytes(StandardCharsets.UTF_8);
        CardMask.hide(body);
        return body;
    }

    private void later(Errand errand, Duration asked, String why) {
        if (errand.tries() >= triesMax) {
            giveUp(errand, "fetch given up", why);
            return;
        }
        var ours = PAUSE_SHORTEST.multipliedBy(1L << Math.min(errand.tries() - 1, DOUBLINGS_MAX));
        errands.tryAgain(errand, ours.compareTo(asked) > 0 ? ours : asked);
    }

    private void giveUp(Errand errand, String ending, String why) {
        LOG.warn("{} {} is not fetched from {}: {}", errand.what(), errand.which(), errand.connection(), why);
        tally.add(List.of(new Ending(errand.connection(), "fetched." + errand.what(), ending, 0)));
        errands.done(errand);
    }
}
