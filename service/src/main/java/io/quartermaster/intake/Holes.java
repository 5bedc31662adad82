package io.quartermaster.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quartermaster.intake.InboxStore.Message;
import io.quartermaster.journal.Draft;
import io.quartermaster.journal.Journal;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.CorrelationId;
import io.quartermaster.retail.HouseEvent.HoleFilled;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.UserId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/// Reports what no message had told and what was found by asking: in the journal, in the story of
/// what was found, and as a figure.
@Component
class Holes {

    static final ConnectionId HOUSE = new ConnectionId("quartermaster");
    static final UserId SYSTEM = new UserId("system");

    private final Journal journal;
    private final Clock clock;
    private final Counter filled;

    Holes(Journal journal, Clock clock, MeterRegistry meters) {
        this.journal = journal;
        this.clock = clock;
        this.filled = meters.counter("quartermaster.intake.holes");
    }

    /// Whether a message was asked for in case another had got lost.
    static boolean wasAskedFor(Message message) {
        return message.delivery().startsWith(Reconciling.PREFIX);
    }

    /// @param entries how many entries it made: each is something of which we had not heard
    void report(Message message, int entries) {
        var key = "hole/%s/%s".formatted(message.connection(), message.delivery());
        var connection = new ConnectionId(message.connection());
        var hole =
                new HoleFilled(new Origin(HOUSE, key, clock.instant()), SYSTEM, connection, message.topic(), entries);
        journal.append(List.of(new Draft(new CorrelationId(message.correlation()), hole)));
        filled.increment(entries);
    }
}
