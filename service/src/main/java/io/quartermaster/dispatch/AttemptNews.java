package io.quartermaster.dispatch;

import io.quartermaster.approvals.Approvals;
import io.quartermaster.approvals.DeskItem;
import io.quartermaster.journal.Draft;
import io.quartermaster.journal.Journal;
import io.quartermaster.retail.ConnectionId;
import io.quartermaster.retail.DeskEvent.ActionAttempted;
import io.quartermaster.retail.DeskEvent.AttemptEnd;
import io.quartermaster.retail.Origin;
import io.quartermaster.retail.PurchaseEvent.PurchaseOrderSent;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Tells the journal how attempts ended. What a crash left untold is told later; what is told
/// twice counts once, for the same attempt always has the same key.
@Component
class AttemptNews {

    private static final int BATCH = 100;
    private static final ConnectionId DISPATCH = new ConnectionId("dispatch");

    private final AttemptStore attempts;
    private final Approvals approvals;
    private final Journal journal;

    AttemptNews(AttemptStore attempts, Approvals approvals, Journal journal) {
        this.attempts = attempts;
        this.approvals = approvals;
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

    private static List<Draft> drafts(Attempt attempt, DeskItem item) {
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
        if (end == AttemptEnd.DONE && item.proposal().action() instanceof OrderFromSupplier order) {
            drafts.add(new Draft(
                    item.correlation(),
                    new PurchaseOrderSent(new Origin(DISPATCH, id + "/sent", at), order.order(), attempt.reference())));
        }
        return drafts;
    }
}
