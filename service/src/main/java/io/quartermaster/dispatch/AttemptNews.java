package io.quartermaster.dispatch;

import io.quartermaster.approvals.Approvals;
import io.quartermaster.approvals.DeskItem;
import io.quartermaster.connectors.Connections;
import io.quartermaster.journal.Draft;
import io.quartermaster.journal.Journal;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.DeskEvent.ActionAttempted;
import io.quartermaster.retail.DeskEvent.AttemptEnd;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderSent;
import io.quartermaster.retail.RetailAction;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.retail.RetailEvent;
import io.quartermaster.retail.TransferEvent.TransferBooked;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Tells the journal how attempts ended. What a crash left untold is told later; what is told
/// twice counts once, for the same attempt always has the same key.
@Component
class AttemptNews {

    private static final int BATCH = 100;
    private static final ConnectionId DISPATCH = new ConnectionId("dispatch");

    private final AttemptStore attempts;
    private final Approvals approvals;
    private final Connections connections;
    private final Journal journal;

    AttemptNews(AttemptStore attempts, Approvals approvals, Connections connections, Journal journal) {
        this.attempts = attempts;
        this.approvals = approvals;
        this.connections = connections;
        this.journal = journal;
    }

    /// Tells what is untold. Not inside a transaction: what is not committed has not happened.
    void tell() {
        List<Attempt> batch;
        do {
            batch = attempts.untold(BATCH);
            if (!batch.isEmpty()) {
                journal.append(batch.stream().flatMap(it -> drafts(it).stream()).toList());
                attempts.told(batch);
            }
        } while (batch.size() == BATCH);
    }

    private List<Draft> drafts(Attempt attempt) {
        return approvals
                .find(attempt.proposal())
                .map(item -> drafts(attempt, item))
                .orElse(List.of());
    }

    private List<Draft> drafts(Attempt attempt, DeskItem item) {
        var at = Objects.requireNonNull(attempt.endedAt(), "an attempt that is told has ended");
        var end = Objects.requireNonNull(attempt.end(), "an attempt that is told has ended");
        var id = attempt.proposal();
        var drafts = new ArrayList<Draft>();
        drafts.add(new Draft(
                item.correlation(),
                new ActionAttempted(
                        new Origin(DISPATCH, "%s/attempt/%d".formatted(id, attempt.number()), at),
                        id,
                        attempt.number(),
                        new ConnectionId(attempt.connection()),
                        end,
                        attempt.call(),
                        attempt.answer())));
        if (end == AttemptEnd.DONE) {
            var origin = new Origin(DISPATCH, id + "/sent", at);
            follows(item.proposal().action(), attempt, origin)
                    .ifPresent(event -> drafts.add(new Draft(item.correlation(), event)));
        }
        return drafts;
    }

    /// What it means for the paper that it was carried out.
    private Optional<RetailEvent> follows(RetailAction action, Attempt attempt, Origin origin) {
        return switch (action) {
            case OrderFromSupplier order ->
                Optional.of(new PurchaseOrderSent(origin, order.order(), attempt.reference()));
            case TransferStock transfer -> {
                var by = new ConnectionId(attempt.connection());
                yield isKeptBy(by, transfer.from())
                        ? Optional.of(new TransferBooked(origin, transfer.transfer(), by, attempt.reference()))
                        : Optional.empty();
            }
            case TellPerson _ -> Optional.empty();
        };
    }

    /// Whether the system that took it counts the stock of that location: one that sends mail does
    /// not.
    private boolean isKeptBy(ConnectionId by, LocationId location) {
        return connections.find(by).flatMap(it -> it.theirs(location)).isPresent();
    }
}
