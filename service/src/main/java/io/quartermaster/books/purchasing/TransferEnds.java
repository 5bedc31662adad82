package io.quartermaster.books.purchasing;

import io.quartermaster.journal.Draft;
import io.quartermaster.journal.Journal;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.RetailEvent;
import io.quartermaster.retail.TransferEvent.TransferCancelled;
import io.quartermaster.retail.TransferEvent.TransferReceived;
import io.quartermaster.retail.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// Tells the journal how a transfer ended, when a person or a program of ours says so. A second
/// tap tells the same, which counts once.
@Component
class TransferEnds {

    private static final int WHY_LENGTH_MAX = 500;

    private final Journal journal;
    private final Clock clock;

    TransferEnds(Journal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    Transfer received(Transfer transfer, Instant at, ConnectionId door, UserId by) {
        requireOnItsWay(transfer);
        if (at.isAfter(clock.instant())) {
            throw new IllegalArgumentException("The goods came in at %s, which is in the future.".formatted(at));
        }
        append(transfer, new TransferReceived(origin(transfer, "received", at, door, by), transfer.id()));
        return transfer.closed(Transfer.State.RECEIVED, at);
    }

    Transfer calledOff(Transfer transfer, String why, ConnectionId door, UserId by) {
        requireOnItsWay(transfer);
        var reason = why.strip();
        if (reason.isEmpty() || reason.length() > WHY_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "Say in a few words why it is called off, at most %d characters.".formatted(WHY_LENGTH_MAX));
        }
        var at = clock.instant();
        append(
                transfer,
                new TransferCancelled(origin(transfer, "called-off", at, door, by), transfer.id(), reason, by));
        return transfer.closed(Transfer.State.CANCELLED, at);
    }

    private static void requireOnItsWay(Transfer transfer) {
        if (!transfer.isOpen()) {
            throw new NotOnItsWay(transfer);
        }
    }

    private static Origin origin(Transfer transfer, String what, Instant at, ConnectionId door, UserId by) {
        return new Origin(door, "transfer/%s/%s/%s".formatted(transfer.id(), what, by.value()), at);
    }

    private void append(Transfer transfer, RetailEvent event) {
        journal.append(List.of(new Draft(transfer.correlation(), event)));
    }
}
