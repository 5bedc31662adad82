package io.quartermaster.demand;

import io.quartermaster.journal.Entry;
import io.quartermaster.journal.Follower;
import io.quartermaster.retail.DeskEvent.ProposalDecided;
import io.quartermaster.retail.DeskEvent.ProposalMade;
import io.quartermaster.retail.LocationId;
import io.quartermaster.retail.RetailAction;
import io.quartermaster.retail.RetailAction.OrderFromSupplier;
import io.quartermaster.retail.RetailAction.OrderLine;
import io.quartermaster.retail.RetailAction.TellPerson;
import io.quartermaster.retail.RetailAction.TransferLine;
import io.quartermaster.retail.RetailAction.TransferStock;
import io.quartermaster.retail.VariantId;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// Hears of proposals and of what people say to them, and keeps for long what the forecasts
/// were made from that were looked at.
@Component
class DecidedForecasts implements Follower {

    private final InputsStore store;

    DecidedForecasts(InputsStore store) {
        this.store = store;
    }

    @Override
    public String id() {
        return "demand.decided";
    }

    @Override
    public void follow(List<Entry> entries) {
        for (var entry : entries) {
            if (entry.event() instanceof ProposalMade made) {
                use(made.action(), made.origin().occurredAt());
            } else if (entry.event() instanceof ProposalDecided decided) {
                use(decided.action(), decided.origin().occurredAt());
            }
        }
    }

    private void use(RetailAction action, Instant at) {
        switch (action) {
            case OrderFromSupplier order -> use(order.destination(), orderLines(order), at);
            case TransferStock transfer -> {
                use(transfer.to(), transferLines(transfer), at);
                use(transfer.from(), transferLines(transfer), at);
            }
            case TellPerson _ -> {
                // no forecast is named
            }
        }
    }

    private void use(LocationId location, List<VariantId> variants, Instant at) {
        store.use(location, variants, at);
    }

    private static List<VariantId> orderLines(OrderFromSupplier order) {
        return order.lines().stream().map(OrderLine::variant).toList();
    }

    private static List<VariantId> transferLines(TransferStock transfer) {
        return transfer.lines().stream().map(TransferLine::variant).toList();
    }
}
