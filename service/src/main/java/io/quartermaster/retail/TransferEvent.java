package io.quartermaster.retail;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The life of a transfer: stock between two of our locations.
public sealed interface TransferEvent extends RetailEvent {

    TransferId transfer();

    @Override
    default Optional<String> paper() {
        return Optional.of("transfer/" + transfer().value());
    }

    /// Somebody who may said yes: from here on the goods count as promised at `from` and in transit
    /// to `to`.
    record TransferApproved(
            Origin origin,
            TransferId transfer,
            ProposalId proposal,
            LocationId from,
            LocationId to,
            List<RetailAction.TransferLine> lines,
            LocalDate expectedOn,
            UserId by)
            implements TransferEvent {

        public TransferApproved {
            lines = List.copyOf(lines);
        }
    }

    /// The goods came in: they leave `from` and stand at `to`.
    record TransferReceived(Origin origin, TransferId transfer) implements TransferEvent {}

    record TransferCancelled(Origin origin, TransferId transfer, String why, UserId by) implements TransferEvent {}
}
